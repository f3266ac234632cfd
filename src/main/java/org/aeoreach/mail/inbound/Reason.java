package org.aeoreach.mail.inbound;

/** Why a mail is laid aside for a person. */
public enum Reason {
    /** Larger than what is fetched; it stays in the mailbox. */
    SIZE,
    /** Its head is larger or has more lines than any mail needs. */
    HEADERS,
    /** It has more parts, or parts within parts, than any mail needs. */
    PARTS,
    /** It cannot be taken apart, or there is nothing in it. */
    UNREADABLE,
    /** It names no sender an answer could go to. */
    SENDER,
    /** Its sender sent too many within an hour. */
    FLOOD,
    /** Something went wrong here, several times. */
    FAULT
}
