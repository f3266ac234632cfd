package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;

/** The import of a file into the registry, as a job. Cut short, it left nothing; done, doing it again does nothing. */
@ApplicationScoped
public class RunImport implements JobKind {

    static final String NAME = "import-enterprises";

    @Inject
    private ImportRun work;

    @Inject
    private Imports imports;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "enterpriseimport.title";
    }

    @Override
    public void run(JobContext context) {
        long id = context.parameters().getJsonNumber(ImportRun.ID).longValue();
        long lines = imports.get(id).lines();
        context.progress(0, lines);
        ImportView done = work.run(id, read -> context.progress(Math.min(read, lines), lines));
        context.result(result(done));
        context.progress(lines, lines);
    }

    private static JsonObject result(ImportView done) {
        JsonObjectBuilder result = Json.createObjectBuilder();
        result.add("rows", done.lines());
        result.add("created", done.created());
        result.add("updated", done.updated());
        result.add("unchanged", done.unchanged());
        result.add("rejected", done.rejected());
        return result.build();
    }

    @Override
    public Report report(JsonObject result) {
        return facts(result, "rows", "created", "updated", "unchanged", "rejected");
    }

    static Report facts(JsonObject result, String... figures) {
        List<Report.Fact> facts = Stream.of(figures)
                .map(figure -> new Report.Fact(
                        "enterpriseimport.count." + figure,
                        result.getJsonNumber(figure).toString()))
                .toList();
        return new Report(null, facts, List.of());
    }
}
