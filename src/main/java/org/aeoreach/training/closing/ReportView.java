package org.aeoreach.training.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.outreach.task.TaskStatus;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The closing report of a session.
 *
 * @param summary null as long as nobody has written anything
 * @param facts as they are, or as they were when it was finished
 * @param author who wrote it last, or null
 * @param reason why it was opened again, or null
 * @param own whether the viewer may write it
 * @param version 0 as long as nobody has written anything
 */
public record ReportView(
        long session,
        ReportStatus status,
        @Nullable String summary,
        @Nullable String issues,
        ReportFacts facts,
        List<FollowUpView> followUps,
        @Nullable String author,
        @Nullable Instant finishedAt,
        @Nullable String reason,
        boolean own,
        long version) {

    /**
     * Something to be followed up.
     *
     * @param task number of the task
     * @param status of the task, or null where the viewer does not see it
     */
    public record FollowUpView(
            long task,
            String title,
            LocalDate dueOn,
            @Nullable TaskStatus status) {

        static FollowUpView of(Rows.Row row) {
            return new FollowUpView(
                    row.id(0),
                    row.text(1),
                    row.date(2),
                    row.textOrNull(3) == null ? null : TaskStatus.valueOf(row.text(3)));
        }
    }

    public boolean finished() {
        return status == ReportStatus.FINISHED;
    }
}
