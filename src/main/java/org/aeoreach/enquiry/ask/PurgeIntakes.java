package org.aeoreach.enquiry.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.web.upload.FileStore;
import org.jspecify.annotations.Nullable;

/** Forgets, every hour, questions whose askers did not confirm their addresses in time, with the files they sent. */
@ApplicationScoped
public class PurgeIntakes implements JobKind {

    private static final int BATCH = 200;
    // One row for each question, and one for each of its files.
    private static final String DELETE = "with gone as (delete from enquiry_intake where id = any (array(select id"
            + " from enquiry_intake where created_at < ? order by id limit " + BATCH + ")) returning id, content)"
            + " select g.id, f ->> 'sha256' from gone g left join jsonb_array_elements(g.content -> 'files') f on true";
    private static final String NEEDED = "select exists (select from stored_file where sha256 = decode(?, 'hex'))"
            + " or exists (select from enquiry_intake where content -> 'files'"
            + " @> jsonb_build_array(jsonb_build_object('sha256', ?::text)))";

    @Inject
    private SystemDatabase database;

    @Inject
    private FileStore store;

    @Inject
    private Clock clock;

    /** @param file hash of a content, or null */
    private record Gone(long intake, @Nullable String file) {}

    @Override
    public String name() {
        return "purge-enquiry-intakes";
    }

    @Override
    public String titleKey() {
        return "ask.purge-job";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(JobContext context) {
        long purged = 0;
        long batch = BATCH;
        while (batch == BATCH) {
            batch = purge();
            purged += batch;
            context.result(
                    JsonText.JSON.createObjectBuilder().add("purged", purged).build());
            context.checkpoint();
        }
    }

    private long purge() {
        List<Gone> gone = database.list(
                DELETE,
                row -> new Gone(row.id(0), row.textOrNull(1)),
                clock.instant().minus(Asking.CONFIRMED_WITHIN).atOffset(ZoneOffset.UTC));
        // Only now that the rows are gone for good.
        gone.stream()
                .flatMap(each -> Stream.ofNullable(each.file()))
                .distinct()
                .filter(file ->
                        !database.list(NEEDED, row -> row.flag(0), file, file).get(0))
                .forEach(store::discard);
        return gone.stream().mapToLong(Gone::intake).distinct().count();
    }

    @Override
    public Report report(JsonObject result) {
        return new Report(
                null, List.of(new Report.Fact("ask.purged", Integer.toString(result.getInt("purged")))), List.of());
    }
}
