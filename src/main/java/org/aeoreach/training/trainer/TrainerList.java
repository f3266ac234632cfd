package org.aeoreach.training.trainer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TeachingLanguage;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Trainers of the viewer's unit, of those above it and of those below; those whose time is over when asked for. */
@ApplicationScoped
class TrainerList implements Listing {

    private final ListSpec spec = ListSpec.at("training-trainers", "/desk/trainings/trainers", "trainer.list.title")
            .from("training_trainer t join unit_name n on n.unit_id = t.unit_id and n.valid_to is null", "t.id")
            .columns(
                    Column.name("name", "training.field.name", "t.name_zh", "t.name_en")
                            .lead(),
                    Column.of("from", "trainer.from", TrainerList::from, "t.organisation"),
                    Column.name("qualification", "trainer.qualification", "t.qualification_zh", "t.qualification_en"),
                    Column.of(
                            "languages",
                            "training.field.languages",
                            TrainerList::languages,
                            "array_to_string(t.languages, ',')"),
                    Column.number(
                            "courses",
                            "training.field.courses",
                            "(select count(*) from training_trainer_course p join training_course c"
                                    + " on c.id = p.course_id where p.trainer_id = t.id)"),
                    Column.of("rating", "trainer.load.rating", TrainerList::rating, "training_rating(t.id)"),
                    Column.day("until", "training.field.teachesUntil", "t.until")
                            .sortable(),
                    Column.name("unit", "trainer.unit", "n.zh", "n.en"))
            .filters(
                    Filter.search(
                            "trainer.list.search",
                            "t.name_zh",
                            "t.name_en",
                            "t.organisation",
                            "t.qualification_zh",
                            "t.qualification_en"),
                    Filter.choice("languages", "training.field.languages", spoken(), TrainerList::speaking),
                    Filter.choice(
                            "from",
                            "trainer.from",
                            List.of(
                                    new Filter.Option("OFFICER", "trainer.officer"),
                                    new Filter.Option("OUTSIDE", "trainer.outside")),
                            value -> Fragment.of("t.account_id is " + (value.equals("OFFICER") ? "not null" : "null"))),
                    Filter.including("over", "trainer.list.with-over", "(t.until is null or t.until >= china_day())"),
                    Filter.text("course", "trainer.course", TrainerList::teaching)
                            .more(),
                    Filter.unit("unit", "trainer.unit", "t.org_path").more())
            .order("name")
            .link(id -> "/desk/trainings/trainers/" + id)
            .empty(EmptyState.because("trainer.list.none")
                    .leading("/desk/trainings/trainers/new", "trainer.list.new")
                    .whenFiltered("trainer.list.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static List<Filter.Option> spoken() {
        return Arrays.stream(TeachingLanguage.values())
                .map(value -> new Filter.Option(value.name(), "training.language." + value.name()))
                .toList();
    }

    private static Fragment speaking(String language) {
        return Fragment.of("t.languages @> array[cast(? as text)]", language);
    }

    private static Fragment teaching(String code) {
        if (!code.matches("[A-Za-z0-9-]{1,30}")) {
            throw Problem.invalid("course", "trainer.invalid.course");
        }
        return Fragment.of(
                "exists (select from training_trainer_course p join training_course c on c.id = p.course_id"
                        + " where p.trainer_id = t.id and c.code = upper(?))",
                code);
    }

    private static Cell from(Rows.Row row, Page page) {
        return row.textOrNull(0) == null ? Cell.quiet(page.t("trainer.officer")) : Cell.text(row.text(0));
    }

    private static Cell rating(Rows.Row row, Page page) {
        return row.textOrNull(0) == null ? Cell.quiet(page.t("trainer.load.unrated")) : Cell.text(row.text(0));
    }

    private static Cell languages(Rows.Row row, Page page) {
        return Cell.text(Arrays.stream(row.text(0).split(","))
                .map(value -> page.t("training.language." + value))
                .collect(Collectors.joining(page.t("training.and"))));
    }
}
