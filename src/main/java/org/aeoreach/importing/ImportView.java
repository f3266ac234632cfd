package org.aeoreach.importing;

import java.time.Instant;
import java.util.List;
import org.aeoreach.importing.table.Reading;
import org.aeoreach.job.JobView;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page and the API show it.
 *
 * @param source where the file comes from, as the person calls it; the columns are remembered by this name
 * @param charset encoding of a text, such as {@code GB18030}; empty for a workbook
 * @param sheet of a workbook, empty for a text; {@code sheets} are all it has
 * @param fields per column of the file the field it holds, by its name there; empty for one left out
 * @param unitId unit of who imports
 * @param lines rows below the header
 * @param mode what it may do, one of its kind's
 * @param updated always 0 where nothing is changed but only added; likewise {@code unchanged} and {@code restored}
 * @param status DRAFT, RUNNING, DONE, UNDOING or UNDONE
 * @param job the import, then its undoing; null before the start and when the job was cleared away
 */
public record ImportView(
        long id,
        String fileName,
        String source,
        String charset,
        String separator,
        String sheet,
        List<String> sheets,
        List<String> header,
        List<String> fields,
        long lines,
        String mode,
        String status,
        @Nullable JobView job,
        long created,
        long updated,
        long unchanged,
        long rejected,
        long removed,
        long restored,
        long kept,
        @Nullable String digest,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoneAt,
        long unitId,
        String orgPath,
        long version,
        long fileId) {

    /** How its file is read. */
    Reading reading() {
        return new Reading(charset, separator, sheet);
    }

    /** Whether its columns may still be chosen and it may be started: never begun, or ended without a trace. */
    public boolean open() {
        return status.equals("DRAFT") || status.equals("RUNNING") && ended();
    }

    /** Whether a job works on it now. */
    public boolean working() {
        return begun() && !ended();
    }

    /** Whether it can be undone: done, or an undoing ended without a trace. */
    public boolean undoable() {
        return status.equals("DONE") && created + updated > 0 || status.equals("UNDOING") && ended();
    }

    /** Whether its job is over and it is not: it failed or was cancelled. */
    boolean stopped() {
        return begun() && ended();
    }

    private boolean begun() {
        return status.equals("RUNNING") || status.equals("UNDOING");
    }

    private boolean ended() {
        return job == null || job.status().finished();
    }

    /** Message key of its state, the job's included. */
    public String stateKey() {
        if (stopped()) {
            return "importing.status.STOPPED";
        }
        return "importing.status." + status;
    }
}
