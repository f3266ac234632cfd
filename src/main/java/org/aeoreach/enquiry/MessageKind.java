package org.aeoreach.enquiry;

/** What a message in a thread is; the first two are the asker's words. */
public enum MessageKind {
    QUESTION,
    SUPPLEMENT,
    ANSWER,
    /** Customs asks back. */
    REQUEST,
    /** Tells that a level above has it now. */
    INTERIM,
    /** Another notice of customs, such as that an answer changed. */
    NOTICE;

    public boolean ofAsker() {
        return this == QUESTION || this == SUPPLEMENT;
    }
}
