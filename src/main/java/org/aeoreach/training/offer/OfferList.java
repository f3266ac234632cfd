package org.aeoreach.training.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TrainingAudience;
import org.aeoreach.training.session.TaughtIn;
import org.aeoreach.training.session.TrainingKind;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Sessions to come, for everybody. */
@ApplicationScoped
public class OfferList implements Listing {

    private static final String PATH = "/portal/trainings";
    private static final String FREE = "coalesce(training_free_here(o.id), 1)";

    private final ListSpec spec = ListSpec.at("training-offers", PATH, "session.offers")
            .from(OfferView.FROM.replaceFirst(" from ", ""), "o.id")
            .where("o.status = 'PUBLISHED' and o.starts_at > now() and " + OfferView.WHOLE + " and "
                    + OfferView.OUTWARD)
            .columns(
                    Column.name("title", "session.field.title", "o.title_zh", "o.title_en")
                            .lead(),
                    Column.moment("starts", "session.field.startsAt", "o.starts_at")
                            .sortable(),
                    Column.of("where", "session.field.place", OfferList::where, "o.place_zh", "o.place_en", "o.online"),
                    Column.of(
                            "kind",
                            "session.field.kind",
                            (row, page) -> Cell.text(page.t("session.kind." + row.text(0))),
                            "o.kind"),
                    Column.of(
                            "taught",
                            "session.field.taughtIn",
                            (row, page) -> Cell.text(page.t("session.taught." + row.text(0))),
                            "o.language"),
                    Column.name("course", "planning.field.course", "w.course_zh", "w.course_en")
                            .hidden(),
                    Column.name("unit", "session.field.unit", "n.zh", "n.en"),
                    Column.of(
                            "seats",
                            "session.field.free",
                            OfferList::seats,
                            "training_free_here(o.id)",
                            OfferView.OPEN))
            .filters(
                    Filter.search("session.search-offers", "o.title_zh", "o.title_en", "o.number", "n.zh", "n.en"),
                    Filter.choice(
                            "audience",
                            "session.field.audience",
                            Arrays.stream(TrainingAudience.values())
                                    .filter(each -> each != TrainingAudience.OFFICERS)
                                    .map(each -> new Filter.Option(each.name(), "training.audience." + each))
                                    .toList(),
                            value -> Fragment.of("? = any (o.audience)", value)),
                    Filter.text(
                            "place", "session.field.place", text -> Filter.anywhere(text, "o.place_zh", "o.place_en")),
                    Filter.text("unit", "session.field.unit", OfferList::organiser),
                    Filter.yesNo("online", "session.field.online", "o.online"),
                    Filter.yesNo("free", "session.field.free", FREE + " > 0"),
                    Filter.text("course", "planning.field.course", OfferList::course)
                            .more(),
                    Filter.choice(
                                    "taught",
                                    "session.field.taughtIn",
                                    Arrays.stream(TaughtIn.values())
                                            .map(each -> new Filter.Option(each.name(), "session.taught." + each))
                                            .toList(),
                                    value -> Fragment.of("o.language in (?, 'BOTH')", value))
                            .more(),
                    Filter.choice("kind", "session.field.kind", TrainingKind.values(), "session.kind.", "o.kind")
                            .more(),
                    Filter.days("day", "session.field.startsAt", "o.starts_at").more())
            .order("starts")
            .link(id -> PATH + "/" + id)
            .empty(EmptyState.because("session.no-offers").whenFiltered("session.none-such"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    /** By the code of a district or house, with those below it, or by a part of its name. */
    static Fragment organiser(String text) {
        return text.matches("[0-9]{4}")
                ? Fragment.of(
                        "exists (select from unit u where u.code = ? and starts_with(o.org_path, u.org_path))", text)
                : Filter.anywhere(text, "n.zh", "n.en");
    }

    /** By its number, or by a part of its code or title. */
    private static Fragment course(String text) {
        return text.matches("[0-9]{1,18}")
                ? Fragment.of("o.course_id = ?", Long.valueOf(text))
                : Filter.anywhere(text, "w.course_code", "w.course_zh", "w.course_en");
    }

    private static Cell where(Rows.Row row, Page page) {
        Cell place = row.textOrNull(0) == null ? Cell.NONE : Cell.text(page.pick(row.text(0), row.textOrNull(1)));
        return row.flag(2) ? Cell.below(place, Cell.quiet(page.t("session.online"))) : place;
    }

    private static Cell seats(Rows.Row row, Page page) {
        Long free = row.idOrNull(0);
        if (!row.flag(1)) {
            return Cell.status(page.t("session.closed"), Cell.Tone.OFF);
        }
        return free == null
                ? Cell.status(page.t("session.free-any"), Cell.Tone.GOOD)
                : free > 0
                        ? Cell.status(page.t("session.free", free), Cell.Tone.GOOD)
                        : Cell.status(page.t("session.full"), Cell.Tone.WARN);
    }
}
