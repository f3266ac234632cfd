package org.aeoreach.campaign.freeze;

import java.util.ArrayList;
import java.util.List;
import org.aeoreach.scope.OrgPath;
import org.aeoreach.web.list.filter.Fragment;

/** Who is in scope, as statements that put down the members of a campaign. */
final class ScopeSql {

    private static final String ISSUED = "e.org_path in (select u.org_path from unit u where exists (select from"
            + " campaign_plan p where p.campaign_id = ? and p.status <> 'WITHDRAWN'"
            + " and starts_with(u.org_path, p.org_path)))";
    // A contact of the period is looked for only where the registry knows of one so late.
    private static final String INSERT = "with rule as materialized (select r.*,"
            + " (r.from_at at time zone 'Asia/Shanghai')::date as from_day from campaign_rule r where r.campaign_id = ?)"
            + " insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path,"
            + " audience, size_class, sector, track, priority, late, level, first_on, reached_on, channel)"
            + " select e.id, r.campaign_id, e.unit_id, e.org_path, e.unit_id, e.org_path, r.audience, e.size_class,"
            + " e.sector, case when is_sme(e.size_class) then case when is_cbec(e.business_types) then 'BOTH' else 'SME' end"
            + " when is_cbec(e.business_types) then 'CBEC' else 'NONE' end,"
            + " campaign_priority(r.audience, e.size_class, e.last_contact_on), cast(? as boolean), j.level, j.first_on,"
            + " j.reached_on, j.channel"
            + " from enterprise e join rule r on r.audience = enterprise_audience(e.grade, e.journey_step)"
            + " cross join lateral campaign_judged(";
    private static final String JUDGED = ", e.id, null, r.strong, r.channels,"
            + " case when e.last_contact_on >= r.from_day then r.from_at end, r.to_at) j where e.merged_into is null and ";
    // As they stand in the index that lists are read by.
    private static final String ORDER =
            " order by campaign_priority(r.audience, e.size_class, e.last_contact_on), e.id";

    private ScopeSql() {}

    /** First and last number of the enterprises of the units it was issued to, and how many there are. */
    static Fragment range(long campaign) {
        return Fragment.of("select min(e.id), max(e.id), count(*) from enterprise e where " + ISSUED, campaign);
    }

    /**
     * Everybody in scope with a number in a range, of the units it was issued to, when there is no member yet. A number
     * never changes: whoever is transferred between two ranges is in one of them, and in no other.
     *
     * @param from the first number
     * @param end the first number beyond
     */
    static Fragment between(long campaign, long from, long end, Fragment conditions) {
        Fragment where = Fragment.of("e.id >= ? and e.id < ? and " + ISSUED, from, end, campaign);
        return insert(campaign, false, "null", where, conditions);
    }

    /** Everybody in scope within a unit and below who is no member yet, as one shown apart. */
    static Fragment missing(long campaign, String orgPath, Fragment conditions) {
        // Looked up by key: joined, a table filled in this very transaction is taken for empty and read for each.
        Fragment where = Fragment.of(
                "e.org_path >= ? and e.org_path < ? and (select m.enterprise_id from campaign_member m"
                        + " where m.enterprise_id = e.id and m.campaign_id = ?) is null",
                orgPath,
                OrgPath.end(orgPath),
                campaign);
        return insert(campaign, true, "r.campaign_id", where, conditions);
    }

    private static Fragment insert(long campaign, boolean late, String among, Fragment where, Fragment conditions) {
        List<Object> values = new ArrayList<>(List.of(campaign, late));
        values.addAll(where.values());
        values.addAll(conditions.values());
        return new Fragment(INSERT + among + JUDGED + where.sql() + " and (" + conditions.sql() + ")" + ORDER, values);
    }
}
