package org.aeoreach.enterprise.privacy.retention;

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

/** Erases every night what is over by the rules. */
@ApplicationScoped
public class Retention implements JobKind {

    private static final int BATCH = 200;

    private RetentionRules rules;

    @SuppressWarnings("NullAway.Init")
    Retention() {}

    @Inject
    Retention(RetentionRules rules) {
        this.rules = rules;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public String titleKey() {
        return "privacy.retention.job";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 40));
    }

    @Override
    public void run(JobContext context) {
        long erased = 0;
        int batch = BATCH;
        // Fewer than asked for is not the end: who is over by two rules is found twice and erased once.
        while (batch > 0) {
            batch = rules.apply(BATCH);
            erased += batch;
            context.result(
                    JsonText.JSON.createObjectBuilder().add("erased", erased).build());
            context.checkpoint();
        }
    }

    @Override
    public Report report(JsonObject result) {
        return new Report(
                null,
                List.of(new Report.Fact("privacy.retention.erased", Integer.toString(result.getInt("erased")))),
                List.of());
    }
}
