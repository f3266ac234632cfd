package org.aeoreach.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TeachingLanguage;
import org.aeoreach.training.TrainingAudience;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Courses the viewer reads; those that are no longer taught when asked for. */
@ApplicationScoped
class SyllabusList implements Listing {

    private final ListSpec spec = ListSpec.at("training-courses", "/desk/trainings/courses", "syllabus.courses.title")
            .from("training_course c join unit_name n on n.unit_id = c.unit_id and n.valid_to is null", "c.id")
            .columns(
                    Column.name("title", "training.field.title", "c.title_zh", "c.title_en")
                            .lead(),
                    Column.code("code", "training.field.code", "c.code").sortable(),
                    words("audience", "training.field.audience", "training.audience.", "c.audience"),
                    Column.number("minutes", "training.field.minutes", "c.minutes")
                            .sortable(),
                    words("languages", "training.field.languages", "training.language.", "c.languages"),
                    Column.number(
                            "questions",
                            "syllabus.questions.title",
                            "(select count(*) from training_check_question q where q.course_id = c.id"
                                    + " and q.ended_at is null)"),
                    Column.name("unit", "syllabus.unit", "n.zh", "n.en"),
                    Column.status(
                            "status", "training.field.status", SyllabusList::tone, "syllabus.status.", "c.status"),
                    Column.moment("changed", "syllabus.changed", "c.changed_at")
                            .sortable()
                            .hidden())
            .filters(
                    Filter.search(
                            "syllabus.courses.search",
                            "c.title_zh",
                            "c.title_en",
                            "c.code",
                            "c.summary_zh",
                            "c.summary_en"),
                    having("audience", "training.field.audience", "training.audience.", TrainingAudience.values()),
                    having("languages", "training.field.languages", "training.language.", TeachingLanguage.values()),
                    Filter.choice(
                                    "status",
                                    "training.field.status",
                                    CourseStatus.values(),
                                    "syllabus.status.",
                                    "c.status")
                            .lifting("retired", "RETIRED"::equals),
                    Filter.including("retired", "syllabus.courses.with-retired", "c.status <> 'RETIRED'"),
                    Filter.unit("unit", "syllabus.unit", "c.org_path").more())
            .order("title")
            .link(id -> "/desk/trainings/courses/" + id)
            .empty(EmptyState.because("syllabus.courses.none")
                    .leading("/desk/trainings/courses/new", "syllabus.courses.new")
                    .whenFiltered("syllabus.courses.no-match"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Column words(String key, String header, String words, String array) {
        return Column.of(key, header, (row, page) -> joined(row, page, words), "array_to_string(" + array + ", ',')");
    }

    private static Cell joined(Rows.Row row, Page page, String words) {
        return Cell.text(Arrays.stream(row.text(0).split(","))
                .map(value -> page.t(words + value))
                .collect(Collectors.joining(page.t("training.and"))));
    }

    private static Filter having(String key, String label, String words, Enum<?>... values) {
        List<Filter.Option> options = Arrays.stream(values)
                .map(value -> new Filter.Option(value.name(), words + value.name()))
                .toList();
        return Filter.choice(
                key, label, options, value -> Fragment.of("c." + key + " @> array[cast(? as text)]", value));
    }

    private static Cell.Tone tone(String status) {
        return switch (status) {
            case "OPEN" -> Cell.Tone.GOOD;
            case "DRAFT" -> Cell.Tone.WARN;
            default -> Cell.Tone.OFF;
        };
    }
}
