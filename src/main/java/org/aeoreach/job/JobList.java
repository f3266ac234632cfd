package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** The list of background work, the newest first. */
@ApplicationScoped
class JobList implements Listing {

    private static final Map<String, Cell.Tone> TONES = Map.of(
            "DONE", Cell.Tone.GOOD,
            "FAILED", Cell.Tone.BAD,
            "CANCELLED", Cell.Tone.OFF);

    private final Map<String, JobKind> kinds;
    private final ListSpec spec;

    /** CDI's proxy needs it. */
    JobList() {
        this(Map.of());
    }

    @Inject
    JobList(JobKinds kinds) {
        this(kinds.all());
    }

    private JobList(Map<String, JobKind> kinds) {
        this.kinds = kinds;
        this.spec = ListSpec.at("jobs", "/desk/jobs", "job.title")
                .from("job j left join account a on a.id = j.account_id", "j.id")
                .columns(
                        Column.of("kind", "job.kind", this::kind, "j.kind", "j.id")
                                .sortable()
                                .lead(),
                        Column.of(
                                "by",
                                "job.started-by",
                                JobList::starter,
                                "j.account_id",
                                "a.name_zh",
                                "a.name_en",
                                "a.login"),
                        Column.moment("created", "job.created", "j.created_at").sortedBy("j.id"),
                        Column.of("status", "job.status", JobList::status, "j.status", "j.cancel_requested")
                                .sortable(),
                        Column.of("progress", "job.progress", JobList::progress, "j.done", "j.total"),
                        Column.moment("begun", "job.begun", "j.started_at")
                                .sortable()
                                .hidden(),
                        Column.moment("finished", "job.finished", "j.finished_at")
                                .sortable()
                                .hidden())
                .filters(
                        Filter.search("job.search", "a.name_zh", "a.name_en", "a.login"),
                        Filter.choice(
                                "kind",
                                "job.kind",
                                names(kinds),
                                kind -> org.aeoreach.web.list.filter.Fragment.of("j.kind = ?", kind)),
                        Filter.choice("status", "job.status", JobStatus.values(), "job.status.", "j.status"),
                        Filter.yesNo(
                                        "mine",
                                        "job.mine",
                                        "j.account_id = nullif(current_setting('app.account', true), '')::bigint")
                                .more(),
                        Filter.days("created", "job.created", "j.created_at").more())
                .order("-created")
                .link(id -> "/desk/jobs/" + id)
                .empty(EmptyState.because("job.empty"))
                .build();
    }

    private static List<Filter.Option> names(Map<String, JobKind> kinds) {
        return kinds.values().stream()
                .map(kind -> new Filter.Option(kind.name(), kind.titleKey()))
                .sorted(java.util.Comparator.comparing(Filter.Option::value))
                .toList();
    }

    @Override
    public ListSpec spec() {
        return spec;
    }

    private Cell kind(Rows.Row row, Page page) {
        JobKind kind = kinds.get(row.text(0));
        return Cell.beside(
                Cell.text(kind == null ? row.text(0) : page.t(kind.titleKey())), Cell.quietCode(row.text(1)));
    }

    private static Cell starter(Rows.Row row, Page page) {
        if (row.idOrNull(0) == null) {
            return Cell.text(page.t("job.by-schedule"));
        }
        return row.textOrNull(1) == null
                ? Cell.text(page.t("job.by-hidden", row.text(0)))
                : Cell.beside(Cell.text(page.pick(row.text(1), row.textOrNull(2))), Cell.quietCode(row.text(3)));
    }

    private static Cell status(Rows.Row row, Page page) {
        boolean stopping = row.flag(1) && !JobStatus.valueOf(row.text(0)).finished();
        return Cell.status(
                page.t("job.status." + (stopping ? "STOPPING" : row.text(0))),
                TONES.getOrDefault(row.text(0), Cell.Tone.WARN));
    }

    private static Cell progress(Rows.Row row, Page page) {
        Long total = row.idOrNull(1);
        return total == null || total == 0
                ? Cell.quiet(page.t("job.progress.unknown"))
                : new Cell.Share(row.id(0), total);
    }
}
