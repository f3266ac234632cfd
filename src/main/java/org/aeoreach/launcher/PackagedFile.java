package org.aeoreach.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A file inside the executable jar.
 *
 * @param location where it is packed
 * @param checksum CRC-32 of its content
 */
record PackagedFile(URL location, long checksum) {

    static PackagedFile find(String name) {
        URL location = PackagedFile.class.getClassLoader().getResource(name);
        if (location == null) {
            throw new StartFailure(
                    ExitCode.INTERNAL_ERROR,
                    Sentence.of(
                            "This build contains no %s for %s: build the program on this kind of machine.",
                            "本构建不含适用于 %2$s 的 %1$s：请在同类机器上构建本程序。", name, Platform.name()));
        }
        try {
            return new PackagedFile(location, checksum(location));
        } catch (IOException e) {
            throw damaged(name, e);
        }
    }

    /** Copies unless the same content is there already; a copy that was cut short is replaced. */
    void copyTo(Path target) throws IOException {
        if (Files.exists(target) && checksum(target.toUri().toURL()) == checksum) {
            return;
        }
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        try (InputStream in = open()) {
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    InputStream open() throws IOException {
        return location.openStream();
    }

    String version() {
        return Long.toHexString(checksum);
    }

    private static long checksum(URL location) throws IOException {
        URLConnection connection = location.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return jar.getJarEntry().getCrc();
        }
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(connection.getInputStream(), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sum.getValue();
    }

    private static StartFailure damaged(String name, IOException e) {
        return new StartFailure(
                ExitCode.INTERNAL_ERROR,
                Sentence.of("The program file is damaged: %s cannot be read.", "程序文件已损坏：无法读取 %s。", name),
                e);
    }
}
