package org.aeoreach.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** Everything the application server reads from disk, below {@code run} in the data directory. */
record ServerFiles(Path run) {

    static ServerFiles write(DataDirectory directory, String bind) {
        ServerFiles files = new ServerFiles(directory.resolve("run"));
        try {
            PackagedFile.find("server/payara-micro.jar").copyTo(files.server());
            PackagedFile.find("server/aeo-reach.war").copyTo(files.application());
            AgentJar.write(files.agent());
            Files.writeString(files.beforeStart(), PayaraSettings.beforeStart(bind));
            Files.writeString(files.domain(), PayaraSettings.domain(files.packagedDomain()));
            TrustStore.write(files.trustStore());
            Files.writeString(files.logging(), PayaraSettings.logging());
            files.clearRuntime(directory);
            return files;
        } catch (IOException e) {
            throw new StartFailure(
                    ExitCode.DATA_DIRECTORY_UNUSABLE,
                    Sentence.of(
                            "The server cannot be unpacked to %s (%s): check rights and free space.",
                            "无法将服务器解压到 %s（%s）：请检查权限和剩余空间。", files.run(), StartFailure.reason(e)),
                    e);
        }
    }

    /** Payara saves its configuration and what it deployed; a start must not depend on the one before. */
    private void clearRuntime(DataDirectory directory) throws IOException {
        Trees.delete(runtime());
        Trees.delete(temporary());
        directory.create("run/payara", "rwx------");
        directory.create("run/tmp", "rwx------");
    }

    private String packagedDomain() throws IOException {
        try (JarFile jar = new JarFile(server().toFile());
                InputStream domain = jar.getInputStream(jar.getEntry("MICRO-INF/domain/domain.xml"))) {
            return new String(domain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Path server() {
        return run.resolve("payara-micro.jar");
    }

    Path application() {
        return run.resolve("aeo-reach.war");
    }

    Path agent() {
        return run.resolve("agent.jar");
    }

    Path beforeStart() {
        return run.resolve("before-start.txt");
    }

    Path domain() {
        return run.resolve("domain.xml");
    }

    Path trustStore() {
        return run.resolve("authorities.p12");
    }

    Path logging() {
        return run.resolve("logging.properties");
    }

    Path runtime() {
        return run.resolve("payara");
    }

    Path temporary() {
        return run.resolve("tmp");
    }
}
