package org.aeoreach.outreach.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.enterprise.EnterpriseMail;
import org.aeoreach.enterprise.portfolio.handover.BriefSource;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;

/** The last contacts of an enterprise and what is still to be done, for its new coordinator. */
@ApplicationScoped
class ContactBrief implements BriefSource {

    private static final String THESE =
            " from unnest(cast(string_to_array(?, ',') as bigint[])) with ordinality x (id, place) cross join lateral (";
    private static final String CONTACTS = "select x.id, cast(p.at at time zone 'Asia/Shanghai' as date), p.channel,"
            + " p.strength" + THESE + "select p.id, p.at, p.channel, p.strength from touchpoint_party p"
            + " where p.enterprise_id = x.id and p.withdrawn_at is null order by p.at desc, p.id desc limit 5) p"
            + " order by x.place, p.at desc, p.id desc";
    private static final String TASKS = "select x.id, k.title, k.due_on" + THESE
            + "select k.id, k.title, k.due_on from task k where k.enterprise_id = x.id and k.status = 'OPEN'"
            + " order by k.due_on, k.id limit 10) k order by x.place, k.due_on, k.id";

    @Inject
    private Bound bound;

    @Inject
    private Messages messages;

    @Override
    @Transactional
    public Map<Long, List<Line>> lines(Collection<Long> enterprises) {
        Map<Long, List<Line>> lines = new HashMap<>();
        for (Rows.Row row : Rows.list(bound.query(CONTACTS, enterprises), row -> row)) {
            add(lines, row, contact(row));
        }
        for (Rows.Row row : Rows.list(bound.query(TASKS, enterprises), row -> row)) {
            add(lines, row, task(row));
        }
        return lines;
    }

    private static void add(Map<Long, List<Line>> lines, Rows.Row row, Line line) {
        lines.computeIfAbsent(row.id(0), id -> new ArrayList<>()).add(line);
    }

    private Line contact(Rows.Row row) {
        return language -> messages.text(
                language,
                "portfolio.brief.contact",
                EnterpriseMail.day(row.date(1), language),
                messages.text(language, "outreach.channel." + row.text(2)),
                messages.text(language, "outreach.strength." + row.text(3)));
    }

    private Line task(Rows.Row row) {
        return language ->
                messages.text(language, "portfolio.brief.task", row.text(1), EnterpriseMail.day(row.date(2), language));
    }
}
