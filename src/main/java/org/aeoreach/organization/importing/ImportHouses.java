package org.aeoreach.organization.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.StoredFile;
import org.aeoreach.web.upload.StoredFiles;

/**
 * Adds the customs houses of a file, row by row. A row in error does not hold up the others; one that is there already
 * is skipped, so the same file can be imported again, also after an import that was cut short.
 */
@ApplicationScoped
public class ImportHouses implements JobKind {

    private static final String NAME = "import-houses";
    private static final String FILE = "file";

    @Inject
    private HouseIntake intake;

    @Inject
    private Jobs jobs;

    @Inject
    private StoredFiles files;

    /**
     * Starts the import of a file.
     *
     * @param file see {@link HouseFile}; kept, so that it can be seen later what was imported
     * @throws Problem 400 when it is no such file as a whole
     */
    @Transactional
    public JobView start(Received file) {
        HouseFile.rows(HouseFile.decode(file.read()));
        StoredFile kept = files.keep(file);
        return jobs.start(
                NAME, JsonText.JSON.createObjectBuilder().add(FILE, kept.id()).build());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "organization.import.title";
    }

    @Override
    public void run(JobContext context) {
        List<HouseRow> rows = HouseFile.rows(HouseFile.decode(
                files.read(context.parameters().getJsonNumber(FILE).longValue())));
        HouseImport all = HouseImport.from(context.earlier());
        for (HouseRow row : rows.subList(Math.min(all.done(), rows.size()), rows.size())) {
            context.progress(all.done(), rows.size());
            take(row, all);
            context.result(all.result(rows.size()));
        }
        context.progress(rows.size(), rows.size());
    }

    private void take(HouseRow row, HouseImport all) {
        try {
            all.took(intake.add(row));
        } catch (Problem refusal) {
            if (refusal.status() >= 500) {
                throw refusal;
            }
            all.refused(row, refusal);
        }
    }

    @Override
    public Report report(JsonObject result) {
        List<Report.Fact> facts = new ArrayList<>();
        for (String figure : List.of("rows", "added", "skipped", "failed")) {
            facts.add(new Report.Fact("organization.import." + figure, Integer.toString(result.getInt(figure))));
        }
        List<Report.Line> errors = result.getJsonArray("errors").getValuesAs(ImportHouses::line);
        return new Report(null, facts, errors);
    }

    private static Report.Line line(JsonValue value) {
        JsonObject error = value.asJsonObject();
        Object[] arguments = error.getJsonArray("arguments")
                .getValuesAs(JsonString::getString)
                .toArray();
        String column = error.getString("column", "");
        return new Report.Line(
                column.isEmpty() ? "organization.import.error" : "organization.import.error-in-column",
                error.getJsonNumber("line").toString(),
                error.getString("code"),
                new Report.Line(error.getString("key"), arguments),
                column);
    }
}
