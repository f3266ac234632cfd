package org.aeoreach.web.list;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.view.SavedView;
import org.aeoreach.web.styleguide.StyleSection;

/** The list on the style page, in each of its states, with rows that are nowhere. */
@ApplicationScoped
public class ListSection implements StyleSection {

    private static final String PATH = "/desk/styleguide";
    private static final Map<String, Cell.Tone> TONES = Map.of("GOOD", Cell.Tone.GOOD, "WARN", Cell.Tone.WARN);

    @Inject
    private Clock clock;

    @Inject
    private ProblemAnswer problems;

    /** A state. @param name message key */
    public record Sample(String name, ListPage list) {}

    @Override
    public String key() {
        return "list";
    }

    @Override
    public JteModel part(Page page) {
        return new StaticTemplates()
                .webStyleguideList(
                        page,
                        List.of(
                                sample(page, "rows", "", found(4, false)),
                                sample(page, "pages", "sort=-amount&limit=25&after=7", found(3, true)),
                                sample(page, "empty", "", Found.NOTHING),
                                sample(page, "filtered", "q=AEO&state=GOOD&day-from=2026-01-01", Found.NOTHING),
                                sample(page, "error", "state=NONE&day-from=1.4.&sort=none", Found.NOTHING)));
    }

    private Sample sample(Page page, String name, String query, Found found) {
        String words = "list.sample." + name;
        ListState state = Asked.of(spec(words, name.equals("rows")), query).state();
        List<ProblemAnswer.Field> errors = state.errors().isEmpty() ? List.of() : worded(state, page);
        ListPage list = new Assembly(state, page, errors).of(found, views(page, name.equals("pages")), "");
        return new Sample(words, list.prefixed(name + "-"));
    }

    private List<ProblemAnswer.Field> worded(ListState state, Page page) {
        Problem problem = new Problem(400, "web.problem.validation", state.errors());
        List<ProblemAnswer.Field> fields =
                problems.body(problem, page.language()).errors();
        return fields == null ? List.of() : fields;
    }

    private static ListPage.Views views(Page page, boolean some) {
        var mine = new SavedView(1, "sample", page.t("list.sample.view"), "", false, true, true, 0);
        var shared = new SavedView(2, "sample", page.t("list.sample.shared"), "", true, false, false, 0);
        return some ? new ListPage.Views(false, List.of(mine, shared), mine, true) : ListPage.Views.NONE;
    }

    private Found found(int rows, boolean pages) {
        return new Found(
                LongStream.rangeClosed(1, rows).mapToObj(this::row).toList(),
                pages,
                pages,
                pages ? Found.COUNTED + 1 : rows,
                false);
    }

    private Rows.Row row(long id) {
        OffsetDateTime at = clock.instant().minus(Duration.ofHours(id * 31)).atOffset(ZoneOffset.UTC);
        return new Rows.Row(new Object[] {
            id, "例" + id, "Sample " + id, "530" + id, at.toLocalDate(), at, 12_345 * id, id % 2 == 0 ? "WARN" : "GOOD"
        });
    }

    private static ListSpec spec(String title, boolean ticked) {
        ListSpec.Builder spec = ListSpec.at("sample", PATH, title)
                .from("nowhere", "id")
                .columns(
                        Column.name("name", "list.sample.name", "zh", "en").lead(),
                        Column.code("code", "list.sample.code", "code").sortable(),
                        Column.day("day", "list.sample.day", "day").sortable(),
                        Column.moment("at", "list.sample.at", "at"),
                        Column.number("amount", "list.sample.amount", "amount").sortable(),
                        Column.status(
                                "state",
                                "list.sample.state",
                                value -> TONES.getOrDefault(value, Cell.Tone.NEUTRAL),
                                "list.sample.state.",
                                "state"))
                .filters(
                        Filter.search("list.sample.name", "zh", "en"),
                        Filter.choice(
                                "state",
                                "list.sample.state",
                                List.of(
                                        new Filter.Option("GOOD", "list.sample.state.GOOD"),
                                        new Filter.Option("WARN", "list.sample.state.WARN")),
                                value -> org.aeoreach.web.list.filter.Fragment.of("state = ?", value)),
                        Filter.days("day", "list.sample.day", "at").more())
                .order("name")
                .link(id -> PATH)
                .empty(EmptyState.because("list.sample.none")
                        .advising("list.sample.advice")
                        .leading(PATH, "list.sample.action"));
        return ticked
                ? spec.selection(PATH, new Filter.Option("sample", "list.sample.act"))
                        .build()
                : spec.build();
    }
}
