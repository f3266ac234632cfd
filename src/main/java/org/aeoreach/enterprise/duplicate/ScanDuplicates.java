package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;

/** Looks for enterprises of a unit and those below it that are in the registry twice. Repeated, it finds only new pairs. */
@ApplicationScoped
public class ScanDuplicates implements JobKind {

    static final String NAME = "scan-duplicates";

    private Pairs pairs;

    @SuppressWarnings("NullAway.Init")
    ScanDuplicates() {}

    @Inject
    ScanDuplicates(Pairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "duplicate.scan.title";
    }

    @Override
    public void run(JobContext context) {
        context.progress(0, 1);
        context.result(Json.createObjectBuilder().add("found", pairs.scan()).build());
        context.progress(1, 1);
    }

    @Override
    public Report report(JsonObject result) {
        String found = Integer.toString(result.getInt("found", 0));
        return new Report(null, List.of(new Report.Fact("duplicate.scan.found", found)), List.of());
    }
}
