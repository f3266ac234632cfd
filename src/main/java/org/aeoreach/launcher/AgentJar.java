package org.aeoreach.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A jar with the few classes that live in the application server's process. The whole program as agent would put its
 * database driver and migration library in front of those of the web application.
 */
final class AgentJar {
    private static final List<Class<?>> CLASSES =
            List.of(ServerAgent.class, ServerListener.class, ServerFilter.class, LineFormatter.class, Pause.class);

    private AgentJar() {}

    static void write(Path target) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ServerAgent.class.getName());
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (Class<?> each : CLASSES) {
                String name = each.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream code = PackagedFile.find(name).open()) {
                    code.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }
}
