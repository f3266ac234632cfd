package org.aeoreach.campaign.freeze;

import java.util.ArrayList;
import java.util.List;
import org.aeoreach.scope.OrgPath;
import org.aeoreach.web.list.filter.Fragment;

/** Who is in scope, as statements that put down the members of a campaign. */
final class ScopeSql {

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
            + " cross join lateral campaign_judged(e.id, null, r.strong, r.channels,"
            + " case when e.last_contact_on >= r.from_day then r.from_at end, r.to_at) j where e.merged_into is null and ";

    private ScopeSql() {}

    /** Everybody in scope who is registered with one unit. */
    static Fragment ofUnit(long campaign, String orgPath, Fragment conditions) {
        return insert(campaign, false, Fragment.of("e.org_path = ?", orgPath), conditions);
    }

    /** Everybody in scope within a unit and below who is no member yet. @param late as one shown apart */
    static Fragment missing(long campaign, boolean late, String orgPath, Fragment conditions) {
        String end = OrgPath.end(orgPath);
        // Looked up by key: joined, a table filled in this very transaction is taken for empty and read for each.
        Fragment where = Fragment.of(
                "e.org_path >= ? and e.org_path < ? and (select m.enterprise_id from campaign_member m"
                        + " where m.enterprise_id = e.id and m.campaign_id = ?) is null",
                orgPath,
                end,
                campaign);
        return insert(campaign, late, where, conditions);
    }

    private static Fragment insert(long campaign, boolean late, Fragment where, Fragment conditions) {
        List<Object> values = new ArrayList<>(List.of(campaign, late));
        values.addAll(where.values());
        values.addAll(conditions.values());
        return new Fragment(INSERT + where.sql() + " and (" + conditions.sql() + ")", values);
    }
}
