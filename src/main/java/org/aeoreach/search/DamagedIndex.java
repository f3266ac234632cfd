package org.aeoreach.search;

/** The files of an index are missing, cut off, not what was written, or of another version. */
final class DamagedIndex extends RuntimeException {

    DamagedIndex(String message) {
        super(message);
    }

    DamagedIndex(String message, Throwable cause) {
        super(message, cause);
    }

    /** For the log. */
    String reason() {
        return getCause() == null ? String.valueOf(getMessage()) : getMessage() + ": " + getCause();
    }
}
