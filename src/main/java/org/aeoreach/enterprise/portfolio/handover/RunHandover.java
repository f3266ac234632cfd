package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/** A handover of many enterprises, as a job. */
@ApplicationScoped
class RunHandover implements JobKind {

    static final String NAME = "hand-over";

    private static final String COUNT = "enterprises";

    @Inject
    private HandoverRun run;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "portfolio.handover.new";
    }

    @Override
    public String cancelKey() {
        return "job.cancel.whole";
    }

    @Override
    public void run(JobContext context) {
        JsonObject asked = context.parameters();
        long id = asked.getJsonNumber(HandoverRun.ID).longValue();
        ended(context, run.pass(id, asked.getBoolean(HandoverRun.TELL), context::progress));
    }

    /** All of them, told as the result. */
    static void ended(JobContext context, HandoverView view) {
        context.result(JsonText.JSON
                .createObjectBuilder()
                .add(COUNT, view.enterprises())
                .build());
        context.done(view.enterprises());
    }

    @Override
    public Report report(JsonObject result) {
        return told(result);
    }

    static Report told(JsonObject result) {
        String all = result.getJsonNumber(COUNT).toString();
        return new Report(null, List.of(new Report.Fact("portfolio.field.enterprises", all)), List.of());
    }
}
