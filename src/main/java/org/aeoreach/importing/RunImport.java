package org.aeoreach.importing;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/** The import of a file, as a job. Cut short, it left nothing; done, doing it again does nothing. */
public abstract class RunImport implements JobKind {

    @Inject
    private ImportRun work;

    @Inject
    private Imports imports;

    /** What is imported. */
    protected abstract ImportKind kind();

    @Override
    public String name() {
        return kind().names().job();
    }

    @Override
    public String titleKey() {
        return kind().key("title");
    }

    @Override
    public String cancelKey() {
        return "job.cancel.whole";
    }

    @Override
    public void run(JobContext context) {
        long id = context.parameters().getJsonNumber(ImportRun.ID).longValue();
        long lines = imports.get(kind(), id).lines();
        context.progress(0, lines);
        ImportView done = work.run(kind(), id, read -> context.progress(Math.min(read, lines), lines));
        context.result(result(done));
        context.done(lines);
    }

    private JsonObject result(ImportView done) {
        Map<String, Long> counts = Map.of(
                "created", done.created(),
                "updated", done.updated(),
                "unchanged", done.unchanged(),
                "rejected", done.rejected());
        JsonObjectBuilder result = JsonText.JSON.createObjectBuilder().add("rows", done.lines());
        kind().figures().forEach(figure -> result.add(figure, counts.getOrDefault(figure, 0L)));
        return result.build();
    }

    @Override
    public Report report(JsonObject result) {
        return facts(
                result,
                Stream.concat(Stream.of("rows"), kind().figures().stream()).toList());
    }

    static Report facts(JsonObject result, List<String> figures) {
        List<Report.Fact> facts = figures.stream()
                .filter(result::containsKey)
                .map(figure -> new Report.Fact(
                        "importing.count." + figure,
                        result.getJsonNumber(figure).toString()))
                .toList();
        return new Report(null, facts, List.of());
    }
}
