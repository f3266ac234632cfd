package org.aeoreach.outreach.task;

/** How a task stands. */
public enum TaskStatus {
    OPEN,
    DONE,
    /** It need not be done any more. */
    DROPPED
}
