package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;

/** The undoing of an import, as a job. Cut short, it left the import as it was. */
@ApplicationScoped
public class UndoImport implements JobKind {

    static final String NAME = "undo-enterprise-import";

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
        return "enterpriseimport.undo.title";
    }

    @Override
    public void run(JobContext context) {
        long id = context.parameters().getJsonNumber(ImportRun.ID).longValue();
        ImportView view = imports.get(id);
        long all = view.created() + view.updated();
        context.progress(0, all);
        ImportView undone = work.undo(id, done -> context.progress(Math.min(done, all), all));
        context.result(Json.createObjectBuilder()
                .add("removed", undone.removed())
                .add("restored", undone.restored())
                .add("kept", undone.kept())
                .build());
        context.progress(all, all);
    }

    @Override
    public Report report(JsonObject result) {
        return RunImport.facts(result, "removed", "restored", "kept");
    }
}
