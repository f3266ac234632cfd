package org.aeoreach.campaign.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.campaign.counting.State;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.cell.Cell;

/** The columns of an enterprise in scope, for the list behind figures and for the work list. */
public final class MemberColumns {

    public static final String FROM = "campaign_member m left join enterprise e on e.id = m.enterprise_id"
            + " left join unit_name n on n.unit_id = m.unit_id and n.valid_to is null"
            + " left join unit_name h on h.unit_id = m.house_id and h.valid_to is null"
            + " left join account o on o.id = m.officer_id";
    public static final String NARROW = "campaign_member m left join enterprise e on e.id = m.enterprise_id";

    private MemberColumns() {}

    /** All of them. @param workable whether the row leads to what can be done with it */
    public static Column[] all(boolean workable) {
        List<Column> all = new ArrayList<>(List.of(
                Column.of(
                                "name",
                                "coverage.field.enterprise",
                                MemberColumns::name,
                                "e.name_zh",
                                "e.name_en",
                                "n.zh",
                                "n.en",
                                "m.enterprise_id")
                        .lead(),
                state(),
                Column.of(
                                "why",
                                "coverage.field.why",
                                MemberColumns::why,
                                "m.priority",
                                "e.last_contact_on",
                                "m.audience",
                                "m.size_class",
                                "e.id",
                                "china_day()")
                        .sortable(),
                officer()));
        if (workable) {
            all.add(Column.of(
                    "do",
                    "coverage.field.do",
                    MemberColumns::doing,
                    "m.enterprise_id",
                    "m.campaign_id",
                    StateSql.STATE));
        }
        all.add(Column.day("reached", "coverage.field.reachedOn", "m.reached_on")
                .sortable());
        all.add(house());
        // The reasons say whom and how large; the rest is there when it is asked for.
        all.addAll(List.of(
                words("audience", "coverage.field.audience", "enterprise.audience.", "m.audience")
                        .hidden(),
                words("channel", "coverage.field.channel", "outreach.channel.", "m.channel")
                        .hidden(),
                words("size", "coverage.field.size", "enterprise.size.", "m.size_class")
                        .hidden(),
                words("sector", "coverage.field.sector", "enterprise.sector.", "m.sector")
                        .hidden(),
                words("track", "coverage.field.track", "coverage.track.", "m.track")
                        .hidden(),
                Column.day("postponed", "coverage.field.postponed", "m.postponed_to")
                        .sortable()
                        .hidden(),
                Column.code("code", "enterprise.field.customsCode", "e.customs_code")
                        .hidden()));
        return all.toArray(Column[]::new);
    }

    private static Column words(String key, String header, String messages, String expression) {
        return Column.of(
                key,
                header,
                (row, page) -> Cell.text(row.textOrNull(0) == null ? null : page.t(messages + row.text(0))),
                expression);
    }

    /** An enterprise that went to another unit has no name here any more: only where it is. */
    private static Cell name(Rows.Row row, Page page) {
        if (row.textOrNull(0) != null) {
            return new Cell.Link(
                    "/desk/enterprises/" + row.id(4), Cell.text(page.pick(row.text(0), row.textOrNull(1))));
        }
        String unit = row.textOrNull(2) == null ? "" : page.pick(row.text(2), row.textOrNull(3));
        return Cell.quiet(page.t("coverage.moved-to", unit));
    }

    private static Column state() {
        return Column.of(
                "state",
                "coverage.field.state",
                MemberColumns::stateCell,
                StateSql.STATE,
                "m.reason",
                // Of who went elsewhere, what is said there is not for the unit it came from.
                "case when e.id is not null then m.remark end",
                "case when m.postponed_to > china_day() then m.postponed_to end",
                "m.late",
                "m.merged");
    }

    private static Cell stateCell(Rows.Row row, Page page) {
        State state = State.valueOf(row.text(0));
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.status(page.t("coverage.state." + state), tone(state)));
        if (row.textOrNull(1) != null) {
            cells.add(Cell.quiet(page.t("coverage.reason." + row.text(1))));
        }
        cells.add(Cell.quiet(row.textOrNull(2)));
        if (row.dateOrNull(3) != null) {
            cells.add(Cell.quiet(page.t("coverage.postponed-to", page.on(row.date(3)))));
        }
        if (row.flag(4)) {
            cells.add(Cell.quiet(page.t("coverage.apart.LATE")));
        }
        if (row.flag(5)) {
            cells.add(Cell.quiet(page.t("coverage.apart.MERGED")));
        }
        return Cell.below(cells);
    }

    private static Cell.Tone tone(State state) {
        return switch (state) {
            case REACHED -> Cell.Tone.GOOD;
            case TOUCHED -> Cell.Tone.WARN;
            case UNTOUCHED -> Cell.Tone.NEUTRAL;
            case UNREACHABLE, EXCLUDED -> Cell.Tone.OFF;
        };
    }

    private static Cell why(Rows.Row row, Page page) {
        if (row.textOrNull(4) == null) {
            return Cell.NONE;
        }
        LocalDate last = row.dateOrNull(1);
        return Cell.text(Why.words(new Why(last, row.text(2), row.textOrNull(3)), row.date(5), page));
    }

    private static Column officer() {
        return Column.of(
                "officer",
                "coverage.field.officer",
                (row, page) -> row.idOrNull(2) == null
                        ? Cell.NONE
                        : Cell.text(row.textOrNull(0) == null ? "…" : page.pick(row.text(0), row.textOrNull(1))),
                "o.name_zh",
                "o.name_en",
                "m.officer_id");
    }

    private static Cell doing(Rows.Row row, Page page) {
        String work = "/desk/campaigns/" + row.id(1) + "/work";
        String back = "&back=" + page.hereEncoded();
        Cell change =
                new Cell.Link(work + "/change?enterprise=" + row.id(0) + back, Cell.text(page.t("coverage.do.change")));
        if (row.text(2).equals("EXCLUDED")) {
            return change;
        }
        String log = "/desk/touchpoints/new?enterprise=" + row.id(0) + back;
        return Cell.below(new Cell.Link(log, Cell.text(page.t("coverage.do.log"))), change);
    }

    private static Column house() {
        return Column.of(
                "house",
                "coverage.field.house",
                (row, page) -> {
                    Cell now = Cell.text(row.textOrNull(0) == null ? null : page.pick(row.text(0), row.textOrNull(1)));
                    return row.flag(4)
                            ? Cell.below(
                                    now,
                                    Cell.quiet(page.t(
                                            "coverage.counts-for",
                                            row.textOrNull(2) == null
                                                    ? ""
                                                    : page.pick(row.text(2), row.textOrNull(3)))))
                            : now;
                },
                "n.zh",
                "n.en",
                "h.zh",
                "h.en",
                "m.unit_id <> m.house_id");
    }
}
