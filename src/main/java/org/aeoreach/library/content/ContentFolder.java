package org.aeoreach.library.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory of documents.
 *
 * @param documents by their ids; one with a fault is not among them
 * @param faults of all files, by file and line
 */
public record ContentFolder(List<ContentTopic> topics, List<ContentDocument> documents, List<ContentFault> faults) {

    /** @throws UncheckedIOException when the directory cannot be listed */
    public static ContentFolder read(Path directory) {
        try {
            return new FolderReader(directory).read();
        } catch (IOException e) {
            throw new UncheckedIOException(directory.toString(), e);
        }
    }
}
