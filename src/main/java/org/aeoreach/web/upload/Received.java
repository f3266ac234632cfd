package org.aeoreach.web.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived whole and is what its form takes, not yet kept. Closing it deletes it unless it was kept.
 *
 * @param sha256 of the content, 64 hexadecimal digits
 */
public record Received(String name, FileType type, FileUse use, long bytes, String sha256, Path path)
        implements AutoCloseable {

    /** The content; for files that are small by their use. */
    public byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("A file just received cannot be read", e);
        }
    }

    @Override
    public void close() {
        FileStore.delete(path);
    }
}
