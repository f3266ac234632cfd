package org.aeoreach.enterprise.portfolio.handover;

import java.time.Instant;
import java.time.LocalDate;
import org.aeoreach.job.JobView;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio that was passed on.
 *
 * @param enterprises how many were passed on; 0 until it is done
 * @param status RUNNING, DONE, UNDOING or UNDONE
 * @param job that makes or undoes a large one; null when it was done at once, or is of a unit above the viewer's
 * @param atWork whether a job works on it now
 * @param undoneAt when it was taken back, or null
 * @param orgPath path of the unit that did it
 */
public record HandoverView(
        long id,
        long fromAccount,
        String fromZh,
        @Nullable String fromEn,
        long toAccount,
        String toZh,
        @Nullable String toEn,
        LocalDate happenedOn,
        String reason,
        long enterprises,
        String status,
        @Nullable JobView job,
        boolean atWork,
        @Nullable Instant undoneAt,
        String orgPath,
        long version) {

    /** One enterprise of it. @param told letters written to the enterprise */
    public record Item(
            long id,
            long enterpriseId,
            String nameZh,
            @Nullable String nameEn,
            String briefZh,
            String briefEn,
            int told) {}

    public boolean undone() {
        return status.equals("UNDONE");
    }

    /** Whether it can be undone: done, or an undoing ended without a trace. */
    public boolean undoable() {
        return status.equals("DONE") || status.equals("UNDOING") && !atWork;
    }

    /** Whether a job works on it now. */
    public boolean working() {
        return begun() && atWork;
    }

    /** Whether its job is over and it is not: it failed or was cancelled, and left everything as it was. */
    public boolean stopped() {
        return begun() && !atWork;
    }

    private boolean begun() {
        return status.equals("RUNNING") || status.equals("UNDOING");
    }

    /** Message key of its state, the job's included. */
    public String stateKey() {
        return stateKey(status, stopped());
    }

    static String stateKey(String status, boolean stopped) {
        return "portfolio.handover.status." + (stopped ? "STOPPED" : status);
    }
}
