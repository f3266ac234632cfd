package org.aeoreach.enterprise.importing;

import java.time.Instant;
import java.util.List;
import org.aeoreach.job.JobView;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page and the API show it.
 *
 * @param source where the file comes from, as the person calls it; the columns are remembered by this name
 * @param charset encoding of a text, such as {@code GB18030}; empty for a workbook
 * @param sheet of a workbook, empty for a text; {@code sheets} are all it has
 * @param fields per column of the file the field it holds, see {@link ImportField#column()}; empty for one left out
 * @param lines rows below the header
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
        ImportMode mode,
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
        String orgPath,
        long version,
        long fileId) {

    /** Whether its columns may still be chosen and it may be started: never begun, or ended without a trace. */
    public boolean open() {
        return status.equals("DRAFT") || status.equals("RUNNING") && ended();
    }

    /** Whether a job works on it now. */
    public boolean working() {
        return (status.equals("RUNNING") || status.equals("UNDOING")) && !ended();
    }

    /** Whether it can be undone: done, or an undoing ended without a trace. */
    public boolean undoable() {
        return status.equals("DONE") && created + updated > 0 || status.equals("UNDOING") && ended();
    }

    private boolean ended() {
        return job == null || job.status().finished();
    }

    /** Message key of its state, the job's included. */
    public String stateKey() {
        if ((status.equals("RUNNING") || status.equals("UNDOING")) && ended()) {
            return "enterpriseimport.status.STOPPED";
        }
        return "enterpriseimport.status." + status;
    }
}
