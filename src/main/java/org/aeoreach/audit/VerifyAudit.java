package org.aeoreach.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobHistory;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;

/**
 * Recomputes every chain, every night and when an auditor asks. The result keeps the heads it saw; the next one holds
 * each chain against the newest sound result, which finds a chain that was rewritten as a whole, head and all. Who can
 * change these results too is convicted by the anchors in the log.
 */
@ApplicationScoped
public class VerifyAudit implements JobKind {

    static final String NAME = "audit-verification";

    /** Breaks told one by one; more are only counted. */
    private static final int TOLD = 200;

    private static final System.Logger LOG = System.getLogger(VerifyAudit.class.getName());

    private AuditChains chains;
    private JobHistory history;

    @SuppressWarnings("NullAway.Init")
    VerifyAudit() {}

    @Inject
    VerifyAudit(AuditChains chains, JobHistory history) {
        this.chains = chains;
        this.history = history;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "audit.verification";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(2, 30));
    }

    @Override
    public void run(JobContext context) {
        AuditChains.Anchor anchor = chains.anchor();
        Map<Integer, ChainHead> sound = lastSound();
        List<AuditChains.Break> breaks = new ArrayList<>();
        for (int chain = 0; chain < AuditChains.COUNT; chain++) {
            context.progress(chain, AuditChains.COUNT);
            breaks.addAll(chains.breaks(chain, sound.get(chain)));
        }
        context.result(result(anchor, breaks, !sound.isEmpty()));
        if (!breaks.isEmpty()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The audit is broken in {0} places; see job {1}",
                    breaks.size(),
                    context.id());
        }
        context.progress(AuditChains.COUNT, AuditChains.COUNT);
    }

    private Map<Integer, ChainHead> lastSound() {
        return history.newest(NAME, "sound")
                .map(result -> result.getJsonArray("heads").getValuesAs(JsonObject.class).stream()
                        .map(ChainHead::of)
                        .collect(Collectors.toMap(ChainHead::chain, Function.identity())))
                .orElse(Map.of());
    }

    private static JsonObject result(AuditChains.Anchor anchor, List<AuditChains.Break> breaks, boolean compared) {
        JsonArrayBuilder heads = JsonText.JSON.createArrayBuilder();
        anchor.heads().forEach(head -> heads.add(head.json()));
        JsonArrayBuilder told = JsonText.JSON.createArrayBuilder();
        breaks.stream().limit(TOLD).forEach(found -> told.add(json(found)));
        return JsonText.JSON
                .createObjectBuilder()
                .add("sound", breaks.isEmpty())
                .add("chains", AuditChains.COUNT)
                .add("entries", anchor.entries())
                .add("breakCount", breaks.size())
                .add("breaks", told)
                .add("comparedWithEarlier", compared)
                .add("anchor", anchor.digest())
                .add("heads", heads)
                .build();
    }

    private static JsonObject json(AuditChains.Break found) {
        Long entry = found.entry();
        return JsonText.JSON
                .createObjectBuilder()
                .add("chain", found.chain())
                .add("seq", found.seq())
                .add("fault", found.fault())
                .add("entry", entry == null ? JsonValue.NULL : JsonText.JSON.createValue(entry))
                .build();
    }

    @Override
    public Report report(JsonObject result) {
        int count = result.getInt("breakCount");
        List<Report.Fact> facts = List.of(
                new Report.Fact(
                        "audit.verified.chains", result.getJsonNumber("chains").toString()),
                new Report.Fact(
                        "audit.verified.entries",
                        result.getJsonNumber("entries").toString()),
                new Report.Fact("audit.verified.breaks", Integer.toString(count)),
                new Report.Fact("audit.verified.anchor", result.getString("anchor")));
        return new Report(
                new Report.Line(count == 0 ? "audit.verified.sound" : "audit.verified.broken", count),
                facts,
                result.getJsonArray("breaks").getValuesAs(VerifyAudit::line));
    }

    private static Report.Line line(JsonValue value) {
        JsonObject found = value.asJsonObject();
        String entry =
                found.isNull("entry") ? "–" : found.getJsonNumber("entry").toString();
        return new Report.Line(
                "audit.break." + found.getString("fault"),
                found.getJsonNumber("chain").toString(),
                found.getJsonNumber("seq").toString(),
                entry);
    }
}
