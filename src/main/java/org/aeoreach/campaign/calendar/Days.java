package org.aeoreach.campaign.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.campaign.activity.PlannedActivity;
import org.aeoreach.campaign.activity.Standing;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;

/** Everything that is on in a stretch of days, for pages, programs and feeds alike. */
@ApplicationScoped
public class Days {

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::first).thenComparing(Entry::label).thenComparing(Entry::key);
    private static final Set<String> ONE_EACH = Set.of("START", "END", "ACKNOWLEDGE", "PLAN", "NOTE");

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer current;

    @Inject
    @Any
    private Instance<PlannedActivity> rooms;

    /**
     * In order; at most so many.
     *
     * @param to the day after the last
     */
    @Transactional
    public List<Entry> between(LocalDate from, LocalDate to, Whose whose, int most) {
        Viewer viewer = current.require();
        List<PlannedActivity.Days> theirs = rooms.stream()
                .flatMap(room -> room.between(from, to, viewer).stream())
                .filter(days -> concerns(days, whose, viewer))
                .toList();
        Set<String> carriedOut = theirs.stream()
                .filter(days -> days.planned() != null)
                .map(days -> "activity-" + days.planned())
                .collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>(own(from, to, whose, viewer, most));
        entries.removeIf(entry -> carriedOut.contains(entry.key()));
        theirs.forEach(days -> entries.add(entry(days)));
        entries.sort(ORDER);
        return entries.size() > most ? List.copyOf(entries.subList(0, most)) : List.copyOf(entries);
    }

    private static boolean concerns(PlannedActivity.Days days, Whose whose, Viewer viewer) {
        return switch (whose) {
            case ALL -> true;
            case MINE -> days.mine();
            case UNIT -> viewer.orgPath().startsWith(days.orgPath());
            case BELOW -> viewer.covers(days.orgPath()) && !days.orgPath().equals(viewer.orgPath());
        };
    }

    private static Entry entry(PlannedActivity.Days days) {
        return new Entry(
                days.key(),
                days.label(),
                days.title(),
                days.unit(),
                1,
                1,
                days.place(),
                days.first(),
                days.last(),
                days.standing(),
                false,
                days.href(),
                days.version(),
                days.changedAt());
    }

    private List<Entry> own(LocalDate from, LocalDate to, Whose whose, Viewer viewer, int most) {
        return Rows.list(
                bound.query(DaySql.DAYS, from, to, viewer.orgPath(), viewer.accountId(), viewer.role(), whose, most),
                row -> entry(row, whose, viewer));
    }

    private static Entry entry(Rows.Row row, Whose whose, Viewer viewer) {
        String what = row.text(0);
        boolean counted = what.equals("TASK") || what.equals("RETURN");
        boolean activity = row.idOrNull(1) != null;
        return new Entry(
                key(row, what),
                (activity ? "campaign.activity." : "campaign.day.") + what,
                row.textOrNull(3) == null ? null : new Bilingual(row.text(3), row.textOrNull(4)),
                counted ? null : new Bilingual(row.text(6), row.textOrNull(7)),
                row.id(8),
                counted ? row.id(9) : 1,
                row.textOrNull(10),
                row.date(11),
                row.date(12),
                Standing.valueOf(row.text(13)),
                row.flag(14),
                activity ? plan(row) : href(row, what, whose, viewer),
                row.id(15),
                row.instant(16));
    }

    private static String key(Rows.Row row, String what) {
        if (row.idOrNull(1) != null) {
            return "activity-" + row.id(1);
        }
        String day = "-" + row.date(11).toString().replace("-", "");
        if (row.idOrNull(2) == null) {
            return "tasks" + day;
        }
        String of = "campaign-" + row.id(2) + "-" + what.toLowerCase(java.util.Locale.ROOT);
        return ONE_EACH.contains(what) ? of : of + day;
    }

    private static String plan(Rows.Row row) {
        String campaign = "/desk/campaigns/" + row.id(2);
        return row.flag(19) ? campaign + "/plan/" + row.text(18) : campaign;
    }

    private static String href(Rows.Row row, String what, Whose whose, Viewer viewer) {
        if (what.equals("TASK")) {
            return tasks(row, whose);
        }
        String campaign = "/desk/campaigns/" + row.id(2);
        boolean house = viewer.role() == Role.HOUSE_OFFICER || viewer.role() == Role.COORDINATOR;
        return switch (what) {
            case "DUE", "RETURN" -> house ? campaign + "/work" : campaign;
            case "BEGIN", "FINISH" -> row.id(8) == 1 ? campaign + "/plan/" + row.text(5) : campaign;
            default -> campaign;
        };
    }

    /** The task itself when there is one, else the list of that day. */
    private static String tasks(Rows.Row row, Whose whose) {
        if (row.id(9) == 1) {
            return "/desk/tasks/" + Objects.requireNonNull(row.idOrNull(17));
        }
        LocalDate day = row.date(11);
        return "/desk/tasks?due-from=" + day + "&due-to=" + day + (whose == Whose.MINE ? "&whose=MINE" : "");
    }
}
