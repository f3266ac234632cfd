package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.field.GivenAnswer;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Who is registered for a session, waits or did; to others than its organiser only those of their enterprises. */
@ApplicationScoped
class RegistrationList implements Listing {

    static final String PATH = "/desk/trainings/registrations";

    private final ListSpec spec = built(false);
    private final ListSpec delegates = built(true);

    private static ListSpec built(boolean typed) {
        Column type = Column.name("type", "training.field.delegateType", "d.name_zh", "d.name_en");
        return ListSpec.at("training-registrations", PATH, "session.registrations")
                .from(
                        "training_registration r left join enterprise e on e.id = r.enterprise_id"
                                + " left join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
                                + " left join unit q on q.id = r.quota_unit"
                                + " left join training_delegate_type d on d.id = r.delegate_type",
                        "r.id")
                .columns(
                        Column.of("name", "session.field.name", RegistrationList::name, "r.name", "r.mail")
                                .sortedByName()
                                .lead(),
                        Column.code("number", "session.field.registrationNumber", "r.number"),
                        Column.of(
                                "enterprise",
                                "session.field.enterprise",
                                RegistrationList::enterprise,
                                "e.name_zh",
                                "e.name_en",
                                "r.enterprise_id",
                                "r.organisation"),
                        Column.name("house", "session.field.house", "n.zh", "n.en"),
                        Column.status(
                                "status",
                                "session.field.registrationStatus",
                                RegistrationList::tone,
                                "session.registration.",
                                "r.status"),
                        Column.text("phone", "session.field.phone", "r.phone").hidden(),
                        typed ? type : type.hidden(),
                        Column.of(
                                        "answers",
                                        "field.answers",
                                        RegistrationList::answers,
                                        "cast(training_answers(r.answers) as text)")
                                .hidden(),
                        Column.code("seat", "session.field.seat", "q.code").hidden(),
                        Column.moment("until", "session.field.offeredUntil", "r.offered_until")
                                .hidden(),
                        Column.moment("at", "session.field.registeredAt", "r.created_at")
                                .sortedBy("r.place"))
                .filters(
                        Filter.search(
                                "session.search-people", "r.name", "r.mail", "r.number", "e.name_zh", "e.name_en"),
                        Filter.given("session", "session.record", RegistrationList::of),
                        Filter.choice(
                                "status",
                                "session.field.registrationStatus",
                                statuses(),
                                value -> Fragment.of("r.status = ?", value)),
                        Filter.yesNo("seated", "planning.field.seated", "r.status in ('OFFERED', 'REGISTERED')")
                                .more(),
                        Filter.text("type", "training.field.delegateType", RegistrationList::coming)
                                .more(),
                        Filter.unit("house", "session.field.house", "r.org_path"))
                .order("at")
                .link(id -> PATH + "/" + id)
                .empty(EmptyState.because("session.nobody").whenFiltered("session.nobody-such"))
                .build();
    }

    @Override
    public ListSpec spec() {
        return spec;
    }

    /** The same where people come as delegates of some type: it shows at once as what. */
    Listing delegates() {
        return () -> delegates;
    }

    private static Fragment coming(String type) {
        return Fragment.of("(d.name_zh = ? or lower(d.name_en) = lower(?))", type, type);
    }

    private static List<Filter.Option> statuses() {
        return Arrays.stream(RegistrationStatus.values())
                .filter(each -> each != RegistrationStatus.UNCONFIRMED)
                .map(each -> new Filter.Option(each.name(), "session.registration." + each))
                .toList();
    }

    private static Fragment of(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("session", "web.invalid.number");
        }
        return Fragment.of("r.session_id = ?", Long.valueOf(text));
    }

    private static Cell name(Rows.Row row, Page page) {
        return Cell.below(Cell.text(row.text(0)), Cell.quiet(row.text(1)));
    }

    private static Cell answers(Rows.Row row, Page page) {
        return Cell.text(GivenAnswer.told(GivenAnswer.read(row.text(0)), page));
    }

    private static Cell enterprise(Rows.Row row, Page page) {
        if (row.idOrNull(2) == null) {
            return Cell.quiet(row.textOrNull(3));
        }
        return row.textOrNull(0) == null
                ? Cell.quiet(page.t("session.enterprise-elsewhere"))
                : new Cell.Link("/desk/enterprises/" + row.id(2), Cell.text(page.pick(row.text(0), row.textOrNull(1))));
    }

    private static Cell.Tone tone(String status) {
        return switch (RegistrationStatus.valueOf(status)) {
            case REGISTERED -> Cell.Tone.GOOD;
            case REQUESTED, OFFERED -> Cell.Tone.WARN;
            case WAITING, UNCONFIRMED -> Cell.Tone.NEUTRAL;
            case CANCELLED, REFUSED, EXPIRED -> Cell.Tone.OFF;
        };
    }
}
