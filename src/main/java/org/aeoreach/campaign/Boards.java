package org.aeoreach.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** Campaigns by status. */
@ApplicationScoped
public class Boards {

    private static final int MOST = 200;

    // Only what is the viewer's to read: sums of a district are not for its houses.
    private static final String SUMS = "(select coalesce(sum(f.enterprises)%s, 0) from campaign_figure f"
            + " where f.campaign_id = c.id and f.dimension = 'ALL'"
            + " and f.house_path >= current_setting('app.lo', true) and f.house_path < current_setting('app.hi', true))";

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    Boards() {}

    @Inject
    Boards(Bound bound) {
        this.bound = bound;
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
}
