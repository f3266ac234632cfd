package org.aeoreach.web.upload;

/**
 * A file whose content lies by without a row of its own; whoever holds it keeps what it is and lets it go.
 *
 * @param sha256 of the content, 64 hexadecimal digits
 * @param purpose what it was given for, see {@link FileUse}
 */
public record Held(String sha256, String name, String mediaType, long bytes, String purpose) {

    /** What has arrived, before it lies by. */
    public static Held of(Received file) {
        return new Held(
                file.sha256(),
                file.name(),
                file.type().mediaType(),
                file.bytes(),
                file.use().purpose());
    }
}
