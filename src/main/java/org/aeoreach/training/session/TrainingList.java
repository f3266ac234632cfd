package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Sessions of the viewer's unit and below, and all that are out. */
@ApplicationScoped
class TrainingList implements Listing {

    static final String PATH = "/desk/trainings";

    private static final String POOLS = " from training_seat_pool p where p.session_id = s.id";

    private static final String MINE = "exists (select from training_registration r where r.session_id = s.id"
            + " and r.enterprise_id is null and r.status in ('REQUESTED', 'WAITING', 'OFFERED', 'REGISTERED')"
            + " and r.account_id = nullif(current_setting('app.account', true), '')::bigint)";

    private final ListSpec spec = ListSpec.at("trainings", PATH, "session.title")
            .from(
                    "training_session s join unit_name n on n.unit_id = s.unit_id and n.valid_to is null"
                            + " left join training_course c on c.id = s.course_id",
                    "s.id")
            .where("s.parent_id is null")
            .columns(
                    Column.name("title", "session.field.title", "s.title_zh", "s.title_en")
                            .lead(),
                    Column.code("number", "session.field.number", "s.number").sortable(),
                    Column.moment("starts", "session.field.startsAt", "s.starts_at")
                            .sortable(),
                    Column.of("kind", "session.field.kind", TrainingList::kind, "s.kind"),
                    Column.name("course", "planning.field.course", "c.title_zh", "c.title_en")
                            .hidden(),
                    Column.of(
                                    "teachers",
                                    "planning.field.teachers",
                                    TrainingList::teachers,
                                    "cast(training_teachers(s.id) as text)")
                            .hidden(),
                    Column.name("place", "session.field.place", "s.place_zh", "s.place_en")
                            .hidden(),
                    Column.name("unit", "session.field.unit", "n.zh", "n.en"),
                    Column.of(
                            "seats",
                            "session.field.seats",
                            TrainingList::seats,
                            "(select sum(p.taken)" + POOLS + ")",
                            "s.capacity"),
                    Column.status("status", "session.field.status", TrainingList::tone, "session.status.", "s.status"))
            .filters(
                    Filter.search("session.search", "s.title_zh", "s.title_en", "s.number", "s.place_zh", "s.place_en"),
                    Filter.choice(
                            "status", "session.field.status", TrainingStatus.values(), "session.status.", "s.status"),
                    Filter.given("campaign", "session.field.campaign", TrainingList::campaign),
                    Filter.choice("kind", "session.field.kind", TrainingKind.values(), "session.kind.", "s.kind"),
                    Filter.days("day", "session.field.startsAt", "s.starts_at"),
                    Filter.text("course", "planning.field.course", TrainingList::taught)
                            .more(),
                    Filter.text("trainer", "planning.field.teachers", TrainingList::taughtBy)
                            .more(),
                    Filter.text(
                                    "place",
                                    "session.field.place",
                                    text -> Filter.anywhere(text, "s.place_zh", "s.place_en"))
                            .more(),
                    Filter.yesNo("online", "session.field.online", "s.link is not null")
                            .more(),
                    Filter.yesNo("roomless", "planning.field.roomless", SessionToday.ROOMLESS)
                            .more(),
                    Filter.including("templates", "planning.with-templates", "not s.template")
                            .more(),
                    Filter.yesNo("mine", "planning.field.mine", MINE).more(),
                    Filter.unit("unit", "session.field.unit", "s.org_path").more(),
                    Filter.yesNo(
                                    "free",
                                    "session.field.free",
                                    "exists (select" + POOLS + " and (p.seats is null or p.taken < p.seats))")
                            .more())
            .order("-starts")
            .link(id -> PATH + "/" + id)
            .empty(EmptyState.because("session.none")
                    .leading(PATH + "/new", "session.new")
                    .whenFiltered("session.none-such"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    /** By somebody of a pool the viewer sees. */
    private static Fragment taughtBy(String text) {
        Fragment named = Filter.anywhere(text, "t.name_zh", "t.name_en", "t.organisation");
        return new Fragment(
                "exists (select from training_session_trainer p join training_trainer t on t.id = p.trainer_id"
                        + " where p.session_id = s.id and " + named.sql() + ")",
                named.values());
    }

    /** Who types a whole code means that course and no other. */
    private static Fragment taught(String text) {
        Fragment found = Filter.anywhere(text, "c.code", "c.title_zh", "c.title_en");
        List<Object> values = new ArrayList<>(List.of(text));
        values.add(text);
        values.addAll(found.values());
        return new Fragment(
                "(c.code = ? or not exists (select from training_course k where k.code = ?) and (" + found.sql() + "))",
                values);
    }

    private static Fragment campaign(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("campaign", "web.invalid.number");
        }
        return Fragment.of("s.campaign_id = ?", Long.valueOf(text));
    }

    private static Cell kind(Rows.Row row, Page page) {
        return Cell.text(page.t("session.kind." + row.text(0)));
    }

    private static Cell teachers(Rows.Row row, Page page) {
        return Cell.text(SessionTeacher.read(row.text(0)).stream()
                .map(each -> page.pick(each.name(), each.latinName()))
                .collect(Collectors.joining(page.t("training.and"))));
    }

    private static Cell seats(Rows.Row row, Page page) {
        Long capacity = row.idOrNull(1);
        return Cell.text(
                capacity == null
                        ? page.t("session.taken", row.id(0))
                        : page.t("session.taken-of", row.id(0), capacity));
    }

    private static Cell.Tone tone(String status) {
        return switch (TrainingStatus.valueOf(status)) {
            case DRAFT -> Cell.Tone.NEUTRAL;
            case PUBLISHED -> Cell.Tone.GOOD;
            case CANCELLED -> Cell.Tone.BAD;
            case HELD -> Cell.Tone.OFF;
        };
    }
}
