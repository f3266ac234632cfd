package org.aeoreach.enterprise.portfolio.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;

/** The undoing of a handover of many enterprises, as a job. */
@ApplicationScoped
class UndoHandover implements JobKind {

    static final String NAME = "undo-handover";

    @Inject
    private HandoverRun run;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "portfolio.handover.undo";
    }

    @Override
    public String cancelKey() {
        return "job.cancel.whole";
    }

    @Override
    public void run(JobContext context) {
        long id = context.parameters().getJsonNumber(HandoverRun.ID).longValue();
        RunHandover.ended(context, run.giveBack(id, context::progress));
    }

    @Override
    public Report report(JsonObject result) {
        return RunHandover.told(result);
    }
}
