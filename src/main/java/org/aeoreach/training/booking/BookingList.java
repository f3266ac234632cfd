package org.aeoreach.training.booking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Bookings the viewer's unit or one below asked for or decides about. */
@ApplicationScoped
class BookingList implements Listing {

    /** SQL: what waits for a decision of the viewer's unit and is not over. */
    static final String WAITING =
            "b.status = 'REQUESTED' and b.org_path = nullif(current_setting('app.lo', true), '') and upper(b.during) > now()";

    private final ListSpec spec = ListSpec.at("training-bookings", "/desk/trainings/bookings", "venue.bookings.title")
            .from(
                    "training_booking b join training_room r on r.id = b.room_id join training_base s on s.id = r.base_id"
                            + " join unit_name m on m.unit_id = b.by_unit and m.valid_to is null",
                    "b.id")
            .columns(
                    Column.text("title", "training.field.purpose", "b.title")
                            .sortedByName()
                            .lead(),
                    Column.name("base", "venue.base", "s.name_zh", "s.name_en"),
                    Column.name("room", "venue.room", "r.name_zh", "r.name_en"),
                    Column.moment("from", "venue.from", "lower(b.during)").sortable(),
                    Column.moment("until", "venue.until", "upper(b.during)"),
                    Column.name("by", "venue.by", "m.zh", "m.en"),
                    Column.status("kind", "venue.booking-kind", kind -> Cell.Tone.NEUTRAL, "venue.for.", "b.kind"),
                    Column.status("status", "venue.state", BookingList::tone, "venue.status.", "b.status"),
                    Column.text("reason", "training.field.reason", "b.reason").hidden())
            .filters(
                    Filter.search(
                            "venue.bookings.search", "b.title", "s.name_zh", "s.name_en", "r.name_zh", "r.name_en"),
                    Filter.choice("whose", "venue.whose", WHOSE, value -> Fragment.of(whose(value))),
                    Filter.choice("status", "venue.state", BookingStatus.values(), "venue.status.", "b.status"),
                    Filter.days("day", "venue.from", "lower(b.during)"),
                    Filter.unit("by", "venue.by", "b.by_path").more(),
                    Filter.including("past", "venue.bookings.with-past", "upper(b.during) > now()"))
            .order("from")
            .link(id -> "/desk/trainings/bookings/" + id)
            .empty(EmptyState.because("venue.bookings.none")
                    .leading("/desk/trainings/bases", "venue.bookings.choose")
                    .whenFiltered("venue.bookings.no-match"))
            .build();

    private static final List<Filter.Option> WHOSE = List.of(
            new Filter.Option("DECIDE", "venue.whose.DECIDE"),
            new Filter.Option("OURS", "venue.whose.OURS"),
            new Filter.Option("ASKED", "venue.whose.ASKED"));

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static String whose(String value) {
        String lo = "nullif(current_setting('app.lo', true), '')";
        String range = " >= " + lo + " and %s < current_setting('app.hi', true)";
        return switch (value) {
            case "DECIDE" -> WAITING;
            case "OURS" -> "b.org_path" + range.replace("%s", "b.org_path");
            default -> "b.by_path" + range.replace("%s", "b.by_path");
        };
    }

    private static Cell.Tone tone(String status) {
        return switch (BookingStatus.valueOf(status)) {
            case REQUESTED -> Cell.Tone.WARN;
            case APPROVED -> Cell.Tone.GOOD;
            case REFUSED -> Cell.Tone.BAD;
            case GIVEN_UP -> Cell.Tone.OFF;
        };
    }
}
