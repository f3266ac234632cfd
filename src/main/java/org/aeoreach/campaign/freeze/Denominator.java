package org.aeoreach.campaign.freeze;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.segment.ConditionSql;
import org.aeoreach.enterprise.segment.ConditionText;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;

/** Puts down who is in scope of a campaign, of the units it was issued to, as the viewer sees the registry. */
@ApplicationScoped
class Denominator {

    /** The parameter of the jobs that names the campaign. */
    static final String CAMPAIGN = "campaign";

    /** About a second's work, so that whoever waits sees it go on and can end it. */
    private static final int AT_ONCE = 60_000;

    @Inject
    private Bound bound;

    @Inject
    private ConditionSql conditions;

    @Inject
    private AuditTrail audit;

    /** Hears how many enterprises were looked at, and may end it all by throwing. */
    interface Progress {
        void of(long done, long total);
    }

    private record Head(
            String status, String orgPath, @Nullable String conditions) {}

    /**
     * Freezes the denominator and sets the campaign running, as a whole or not at all. One that runs already stays as it
     * is.
     *
     * @return how many are in scope
     * @throws Problem 404; 409 when it does not wait to be frozen, nobody was chosen or nobody is in scope
     */
    @Transactional
    public long freeze(long campaign, Progress progress) {
        Head head = locked(campaign);
        if (head.status().equals("RUNNING")) {
            return inScope(campaign);
        }
        if (!head.status().equals("FREEZING")) {
            throw new Problem(409, "counting.problem.not-to-be-frozen");
        }
        if (chosen(campaign).isEmpty()) {
            throw new Problem(409, "counting.problem.no-unit");
        }
        putDown(campaign, asked(head), progress);
        return issue(campaign, head);
    }

    private void putDown(long campaign, Fragment asked, Progress progress) {
        Fragment range = ScopeSql.range(campaign);
        Rows.Row row = Rows.list(bound.query(range.sql(), range.values().toArray()), each -> each)
                .get(0);
        long count = row.id(2);
        long first = count == 0 ? 0 : row.id(0);
        long end = count == 0 ? 0 : row.id(1) + 1;
        long width = (end - first) / (count / AT_ONCE + 1) + 1;
        bound.query("set local work_mem = '48MB'").executeUpdate();
        for (long from = first; from < end; from += width) {
            progress.of(count * (from - first) / (end - first), count);
            insert(ScopeSql.between(campaign, from, Math.min(from + width, end), asked));
        }
    }

    private long issue(long campaign, Head head) {
        bound.query(
                        "update campaign set status = 'RUNNING', frozen_at = clock_timestamp(),"
                                + " issued_at = coalesce(issued_at, clock_timestamp()), changed_at = now(),"
                                + " version = version + 1 where id = ?",
                        campaign)
                .executeUpdate();
        long count = inScope(campaign);
        if (count == 0) {
            throw new Problem(409, "counting.problem.nobody-in-scope");
        }
        audit.record(
                "campaign.freeze",
                new AuditTrail.Subject(CAMPAIGN, campaign, head.orgPath()),
                Changes.none().with("enterprises", Long.toString(count)));
        return count;
    }

    /** Puts down who came into scope within a unit since, apart. @return how many; none unless the campaign runs */
    @Transactional
    public long newcomers(long campaign, String orgPath) {
        Head head = Rows.one(bound.query(head(""), campaign), Denominator::head).orElseThrow(Problem::notFound);
        return head.status().equals("RUNNING") ? insert(ScopeSql.missing(campaign, orgPath, asked(head))) : 0;
    }

    /** The paths of the units it was issued to. */
    @Transactional
    public List<String> chosen(long campaign) {
        return Rows.list(
                bound.query(
                        "select p.org_path from campaign_plan p where p.campaign_id = ? and p.status <> 'WITHDRAWN'"
                                + " order by 1",
                        campaign),
                row -> row.text(0));
    }

    private Head locked(long campaign) {
        return Rows.one(bound.query(head(" for no key update"), campaign), Denominator::head)
                .orElseThrow(Problem::notFound);
    }

    private static String head(String lock) {
        return "select c.status, c.org_path, c.conditions from campaign c where c.id = ?"
                + " and c.org_path = nullif(current_setting('app.write_lo', true), '')" + lock;
    }

    private static Head head(Rows.Row row) {
        return new Head(row.text(0), row.text(1), row.textOrNull(2));
    }

    private long inScope(long campaign) {
        Number count = (Number) bound.query(
                        "select coalesce(sum(enterprises), 0) from campaign_figure where campaign_id = ?"
                                + " and dimension = 'ALL'",
                        campaign)
                .getSingleResult();
        return count.longValue();
    }

    private Fragment asked(Head head) {
        String text = head.conditions();
        return text == null ? Fragment.of("true") : conditions.of(ConditionText.read(text));
    }

    private int insert(Fragment members) {
        return bound.query(members.sql(), members.values().toArray()).executeUpdate();
    }
}
