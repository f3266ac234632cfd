package org.aeoreach.job;

/** Where a job stands. */
public enum JobStatus {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean finished() {
        return this != WAITING && this != RUNNING;
    }
}
