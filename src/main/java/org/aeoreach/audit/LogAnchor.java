package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;

/**
 * Writes one digest over all chain heads to the log, every hour. The log is kept outside the database; against a line
 * of it, even the owner of the schema cannot rewrite what was there before.
 */
@ApplicationScoped
public class LogAnchor implements JobKind {

    private static final System.Logger LOG = System.getLogger(LogAnchor.class.getName());

    private AuditChains chains;

    @SuppressWarnings("NullAway.Init")
    LogAnchor() {}

    @Inject
    LogAnchor(AuditChains chains) {
        this.chains = chains;
    }

    @Override
    public String name() {
        return "audit-anchor";
    }

    @Override
    public String titleKey() {
        return "audit.anchor";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(JobContext context) {
        AuditChains.Anchor anchor = chains.anchor();
        LOG.log(
                System.Logger.Level.INFO,
                "Audit anchor {0} over {1} entries in {2} chains",
                anchor.digest(),
                Long.toString(anchor.entries()),
                anchor.heads().size());
        context.result(JsonText.JSON
                .createObjectBuilder()
                .add("anchor", anchor.digest())
                .add("entries", anchor.entries())
                .build());
    }

    @Override
    public Report report(JsonObject result) {
        return new Report(
                null,
                List.of(
                        new Report.Fact(
                                "audit.verified.entries",
                                result.getJsonNumber("entries").toString()),
                        new Report.Fact("audit.verified.anchor", result.getString("anchor"))),
                List.of());
    }
}
