package org.aeoreach.library;

import org.aeoreach.platform.Rows;

/**
 * A file of a document.
 *
 * @param bytes its size
 * @param sha256 of its content, in 64 hexadecimal digits
 * @param url from which it is downloaded, as a path on this host
 */
public record DocumentFile(String name, String mediaType, long bytes, String sha256, String url) {

    static DocumentFile of(String code, Rows.Row row) {
        String sha256 = row.text(3);
        return new DocumentFile(
                row.text(0), row.text(1), row.id(2), sha256, DocumentAddress.of(code) + "/files/" + sha256);
    }
}
