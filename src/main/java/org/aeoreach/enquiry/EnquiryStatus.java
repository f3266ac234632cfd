package org.aeoreach.enquiry;

/** How far the work on an enquiry is. */
public enum EnquiryStatus {
    /** In the queue of a unit; nobody has taken it. */
    NEW,
    /** Somebody works on it. */
    OPEN,
    /** The asker was asked back; the clocks stand. */
    WAITING,
    /** Answered; closes by itself. */
    ANSWERED,
    CLOSED,
    /** The asker wrote again after the answer. */
    REOPENED;

    /** Whether the clocks run. */
    public boolean running() {
        return this == NEW || this == OPEN || this == REOPENED;
    }
}
