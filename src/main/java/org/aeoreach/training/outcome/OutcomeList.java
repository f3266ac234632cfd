package org.aeoreach.training.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** The enterprises behind the figures that the viewer sees by name. */
@ApplicationScoped
class OutcomeList implements Listing {

    static final String PATH = "/desk/trainings/outcome/enterprises";

    private static final String PRESENT = "PRESENT";
    private static final String ABSENT = "ABSENT";

    /** Of each kind those there are: only the one that is asked about is looked at. */
    private static final String ABOUT = "(select 'SESSION' as kind, id from training_session"
            + " union all select 'COURSE', id from training_course"
            + " union all select 'BASE', id from training_base"
            + " union all select 'TRAINER', id from training_trainer) o";

    private final ListSpec spec = ListSpec.at("training-outcome", PATH, "outcome.enterprises")
            .from(
                    ABOUT + " cross join lateral training_outcome_members(o.kind, o.id) m"
                            + " join enterprise e on e.id = m.enterprise"
                            + " join unit_name n on n.unit_id = e.unit_id and n.valid_to is null",
                    "e.id")
            .columns(
                    Column.name("name", "outcome.field.enterprise", "e.name_zh", "e.name_en")
                            .lead(),
                    Column.code("code", "outcome.field.code", "e.customs_code").hidden(),
                    Column.name("house", "outcome.field.house", "n.zh", "n.en"),
                    Column.day("since", "outcome.field.since", "m.since").sortable(),
                    Column.day("assessed", "outcome.step.SELF_ASSESSED", "m.assessed_on")
                            .sortable(),
                    Column.day("applied", "outcome.step.APPLIED", "m.applied_on")
                            .sortable(),
                    Column.day("certified", "outcome.step.CERTIFIED", "m.certified_on")
                            .sortable(),
                    Column.status(
                            "before", "outcome.field.before", step -> Cell.Tone.NEUTRAL, "outcome.before.", "m.passed"))
            .filters(
                    Filter.search("outcome.search", "e.name_zh", "e.name_en", "e.customs_code"),
                    Filter.given("about", "outcome.field.about", OutcomeList::about),
                    Filter.choice(
                            "group",
                            "outcome.field.group",
                            options("outcome.group.", PRESENT, ABSENT),
                            value -> Fragment.of(value.equals(PRESENT) ? "m.present" : "not m.present")),
                    Filter.choice(
                            "step",
                            "outcome.field.step",
                            options("outcome.step.", "SELF_ASSESSED", "APPLIED", "CERTIFIED"),
                            value -> Fragment.of("m." + day(value) + " is not null")),
                    Filter.unit("house", "outcome.field.house", "e.org_path").more())
            .order("-since")
            .link(id -> "/desk/enterprises/" + id)
            .empty(EmptyState.because("outcome.none-seen").whenFiltered("outcome.none-such"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    static String group(boolean present) {
        return present ? PRESENT : ABSENT;
    }

    private static List<Filter.Option> options(String words, String... values) {
        return Stream.of(values)
                .map(value -> new Filter.Option(value, words + value))
                .toList();
    }

    private static Fragment about(String text) {
        OutcomeAbout about = OutcomeAbout.of(text);
        return Fragment.of("o.kind = ? and o.id = ?", about.kind().name(), about.id());
    }

    private static String day(String step) {
        return switch (TrainingOutcome.Step.valueOf(step)) {
            case SELF_ASSESSED -> "assessed_on";
            case APPLIED -> "applied_on";
            case CERTIFIED -> "certified_on";
        };
    }
}
