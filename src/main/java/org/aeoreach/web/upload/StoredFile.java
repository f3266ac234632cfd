package org.aeoreach.web.upload;

/**
 * A file that is kept, within the viewer's range.
 *
 * @param sha256 of the content, 64 hexadecimal digits
 * @param purpose what it was given for, see {@link FileUse}
 */
public record StoredFile(long id, String name, String mediaType, long bytes, String sha256, String purpose) {}
