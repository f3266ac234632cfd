package org.aeoreach.mail;

/**
 * How an attempt to deliver ended.
 *
 * @param reason in the mail server's words, without control characters; empty when sent
 * @param goOn whether the connection can carry the next mail
 */
record Delivery(Outcome outcome, String reason, boolean goOn) {

    private static final int MOST = 500;

    /** What becomes of the mail. */
    enum Outcome {
        SENT,
        /** To be tried again: the server said so, or broke off and nobody knows. */
        LATER,
        /** The server will never take this mail. */
        NEVER,
        /** The server will never take mail for this address. */
        NO_ADDRESS,
        /** No mail can be made of what was written. */
        UNFIT,
        /** Nothing is wrong with this mail: the server takes none from us. */
        SERVER_FAULT
    }

    Delivery {
        reason = oneLine(reason);
    }

    static String oneLine(String reason) {
        String line = reason.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() > MOST ? line.substring(0, MOST) : line;
    }
}
