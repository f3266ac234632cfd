package org.aeoreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalTime;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;
import org.aeoreach.web.upload.FileStore;

/** Takes abandoned imports out every night, with the files brought for them. */
@ApplicationScoped
public class PurgeDrafts implements JobKind {

    private static final int BATCH = 100;

    @Inject
    private AbandonedDrafts drafts;

    @Inject
    private FileStore store;

    @Override
    public String name() {
        return "purge-import-drafts";
    }

    @Override
    public String titleKey() {
        return "importing.purge-job";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 20));
    }

    @Override
    public void run(JobContext context) {
        long purged = 0;
        int batch = BATCH;
        while (batch == BATCH) {
            AbandonedDrafts.Purged now = drafts.purge(BATCH);
            // Only now that the rows are gone for good.
            now.contents().forEach(store::discard);
            batch = now.imports();
            purged += batch;
            context.result(
                    JsonText.JSON.createObjectBuilder().add("purged", purged).build());
            context.checkpoint();
        }
    }

    @Override
    public Report report(JsonObject result) {
        return new Report(
                null,
                List.of(new Report.Fact("importing.purged", Integer.toString(result.getInt("purged")))),
                List.of());
    }
}
