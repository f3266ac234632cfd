package org.aeoreach.importing;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.platform.JsonText;

/** The undoing of an import, as a job. Cut short, it left the import as it was. */
public abstract class UndoImport implements JobKind {

    @Inject
    private ImportRun work;

    @Inject
    private Imports imports;

    /** What was imported. */
    protected abstract ImportKind kind();

    @Override
    public String name() {
        return kind().names().undoJob();
    }

    @Override
    public String titleKey() {
        return "importing.undo.title";
    }

    @Override
    public String cancelKey() {
        return "job.cancel.whole";
    }

    @Override
    public void run(JobContext context) {
        long id = context.parameters().getJsonNumber(ImportRun.ID).longValue();
        ImportView view = imports.get(kind(), id);
        long all = view.created() + view.updated();
        context.progress(0, all);
        ImportView undone = work.undo(kind(), id, done -> context.progress(Math.min(done, all), all));
        context.result(JsonText.JSON
                .createObjectBuilder()
                .add("removed", undone.removed())
                .add("restored", undone.restored())
                .add("kept", undone.kept())
                .build());
        context.done(all);
    }

    @Override
    public Report report(JsonObject result) {
        boolean changes = kind().figures().contains("updated");
        return RunImport.facts(result, changes ? List.of("removed", "restored", "kept") : List.of("removed", "kept"));
    }
}
