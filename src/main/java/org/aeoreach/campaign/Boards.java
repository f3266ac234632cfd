package org.aeoreach.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;

/** Campaigns by status, and all their days in a calendar. */
@ApplicationScoped
public class Boards {

    private static final int MOST = 200;
    private static final int MOST_DAYS = 500;

    // Only what is the viewer's to read: sums of a district are not for its houses.
    private static final String SUMS = "(select coalesce(sum(f.enterprises)%s, 0) from campaign_figure f"
            + " where f.campaign_id = c.id and f.dimension = 'ALL'"
            + " and f.house_path >= current_setting('app.lo', true) and f.house_path < current_setting('app.hi', true))";

    // A district's dates are not for its houses.
    private static final String DAYS = "select c.id, c.title_zh, c.title_en, (array_agg(n.zh order by n.unit_id))[1],"
            + " (array_agg(n.en order by n.unit_id))[1], count(distinct n.unit_id), d.day, d.what from ("
            + "select id as campaign_id, unit_id, org_path, starts_on as day, 'START' as what from campaign"
            + " union all select id, unit_id, org_path, ends_on, 'END' from campaign"
            + " union all select c.id, p.unit_id, p.org_path, c.acknowledge_by, 'ACKNOWLEDGE' from campaign c"
            + " join campaign_plan p on p.campaign_id = c.id where p.status in ('ISSUED', 'ASKED')"
            + " union all select c.id, p.unit_id, p.org_path, c.plan_by, 'PLAN' from campaign c"
            + " join campaign_plan p on p.campaign_id = c.id where p.status in ('ISSUED', 'ASKED', 'ACKNOWLEDGED', 'SUBMITTED')"
            + " union all select id, unit_id, org_path, unnest(reports_on), 'REPORT' from campaign"
            + " union all select campaign_id, unit_id, org_path, begins_on, 'BEGIN' from campaign_plan"
            + " union all select campaign_id, unit_id, org_path, finishes_on, 'FINISH' from campaign_plan"
            + " union all select campaign_id, unit_id, org_path, due_on, 'DUE' from campaign_assignment"
            + " where status in ('PUSHED', 'STARTED')"
            + ") d join campaign c on c.id = d.campaign_id and c.status <> 'WITHDRAWN'"
            + " join unit_name n on n.unit_id = d.unit_id and n.valid_to is null"
            + " where d.day >= ? and d.day < ? and (d.what in ('START', 'END', 'REPORT')"
            + " or d.org_path >= current_setting('app.lo', true) and d.org_path < current_setting('app.hi', true))"
            + " and %s group by c.id, c.title_zh, c.title_en, d.day, d.what"
            + " order by d.day, c.id, d.what limit ?";

    private Bound bound;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    Boards() {}

    @Inject
    Boards(Bound bound, CurrentViewer viewer) {
        this.bound = bound;
        this.viewer = viewer;
    }

    @Transactional
    public Board board() {
        List<Board.Card> cards = Rows.list(
                bound.query(
                        "select c.id, c.status, c.title_zh, c.title_en, n.zh, n.en, c.ends_on, " + SUMS.formatted("")
                                + ", " + SUMS.formatted(" filter (where f.state = 'REACHED')")
                                + " from campaign c join unit_name n on n.unit_id = c.unit_id and n.valid_to is null"
                                + " order by c.id desc limit ?",
                        MOST + 1),
                row -> new Board.Card(
                        row.id(0),
                        CampaignStatus.valueOf(row.text(1)),
                        row.text(2),
                        row.textOrNull(3),
                        row.text(4),
                        row.textOrNull(5),
                        row.date(6),
                        row.id(7),
                        row.id(8)));
        List<Board.Card> shown = cards.size() > MOST ? cards.subList(0, MOST) : cards;
        return new Board(
                Arrays.stream(CampaignStatus.values())
                        .map(status -> new Board.Lane(
                                status,
                                shown.stream()
                                        .filter(card -> card.status() == status)
                                        .toList()))
                        .toList(),
                cards.size() > MOST);
    }

    /** What is on around a day, in order. */
    @Transactional
    public Calendar calendar(Calendar.View view, Calendar.Whose whose, LocalDate day) {
        String which =
                switch (whose) {
                    case ALL -> "? <> ''";
                    case UNIT -> "d.org_path = ?";
                    case BELOW ->
                        "d.org_path <> ? and d.org_path >= current_setting('app.lo', true)"
                                + " and d.org_path < current_setting('app.hi', true)";
                };
        List<Calendar.Entry> read = Rows.list(
                bound.query(
                        DAYS.formatted(which),
                        view.from(day),
                        view.to(day),
                        viewer.require().orgPath(),
                        MOST_DAYS + 1),
                row -> new Calendar.Entry(
                        row.id(0),
                        row.text(1),
                        row.textOrNull(2),
                        row.text(3),
                        row.textOrNull(4),
                        row.id(5),
                        row.date(6),
                        row.text(7)));
        boolean more = read.size() > MOST_DAYS;
        return new Calendar(view, whose, day, more ? read.subList(0, MOST_DAYS) : read, more);
    }
}
