package org.aeoreach.outreach.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Time;

/** Writes, every morning, one letter to each officer who has tasks or enterprises due. */
@ApplicationScoped
class TaskDigest implements JobKind {

    @Inject
    private DigestLetters letters;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "task-digest";
    }

    @Override
    public String titleKey() {
        return "job.kind.task-digest";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(7, 30));
    }

    @Override
    public void run(JobContext context) {
        int written = 0;
        int batch = DigestLetters.BATCH;
        while (batch == DigestLetters.BATCH) {
            batch = letters.write(Time.today(clock));
            written += batch;
            context.checkpoint();
        }
        context.result(
                JsonText.JSON.createObjectBuilder().add("letters", written).build());
    }

    @Override
    public Report report(JsonObject result) {
        return new Report(
                null,
                List.of(new Report.Fact("outreach.digest.letters", Integer.toString(result.getInt("letters")))),
                List.of());
    }
}
