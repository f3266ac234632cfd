package org.aeoreach.campaign;

import java.util.Arrays;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.web.list.filter.Filter;

/** For what a campaign {@code c} waits for the viewer: the same condition behind a number and behind its list. */
enum Waiting {
    /** A campaign, an amendment or a plan of his unit in which he had no hand waits for approval. */
    DECIDE(
            "c.org_path = " + Sql.UNIT + " and (c.status = 'REVIEW' and not " + Sql.editor("c.edition")
                    + " or c.status = 'RUNNING' and exists (select from campaign_edition x where x.campaign_id = c.id"
                    + " and x.status = 'PROPOSED' and not " + Sql.editor("x.edition")
                    + ")) or c.status = 'RUNNING' and exists (select from campaign_plan p where p.campaign_id = c.id"
                    + " and p.org_path = " + Sql.UNIT + " and p.status = 'SUBMITTED' and not exists (select from"
                    + " campaign_plan_editor w where w.plan_id = p.id and w.account_id = " + Sql.ME + "))",
            true,
            Role.GACC_OFFICER,
            Role.DISTRICT_OFFICER,
            Role.HOUSE_OFFICER,
            Role.COORDINATOR),
    /** What he had a hand in was given back. */
    RETURNED(
            "c.org_path = " + Sql.UNIT + " and (c.status = 'DRAFT' and c.reason is not null and "
                    + Sql.editor("c.edition") + " or c.status = 'RUNNING' and exists (select from campaign_edition x"
                    + " where x.campaign_id = c.id and x.edition > c.edition and x.status = 'RETURNED' and "
                    + Sql.editor("x.edition") + ")) or c.status = 'RUNNING' and exists (select from campaign_plan p"
                    + " where p.campaign_id = c.id and p.org_path = " + Sql.UNIT
                    + " and p.status = 'ACKNOWLEDGED' and p.reason is not null and exists (select from"
                    + " campaign_plan_editor w where w.plan_id = p.id and w.account_id = " + Sql.ME + "))",
            true,
            Role.GACC_OFFICER,
            Role.DISTRICT_OFFICER,
            Role.HOUSE_OFFICER,
            Role.COORDINATOR),
    /** Approved, but who is in scope could not be written down. */
    STOPPED(
            "c.org_path = " + Sql.UNIT + " and c.status = 'FREEZING' and not exists (select from job j"
                    + " where j.id = c.job_id and j.status in ('WAITING', 'RUNNING', 'DONE'))",
            true,
            Role.GACC_OFFICER,
            Role.DISTRICT_OFFICER,
            Role.HOUSE_OFFICER,
            Role.COORDINATOR),
    /** Issued to his district, which has not taken note of it. */
    ACKNOWLEDGE(Sql.plan("p.status = 'ISSUED'"), true, Role.DISTRICT_OFFICER),
    /** His district took note of it and owes its plan. */
    PLAN(Sql.plan("p.status = 'ACKNOWLEDGED'"), false, Role.DISTRICT_OFFICER),
    /** The plan of his district is approved, and its houses do not know it yet. */
    PUSH(Sql.plan("p.status = 'APPROVED' and p.pushed_at is null"), false, Role.DISTRICT_OFFICER),
    /** Amended since his unit took note of it. */
    CHANGED(
            "c.status = 'RUNNING' and (exists (select from campaign_plan p where p.campaign_id = c.id and p.org_path = "
                    + Sql.UNIT
                    + " and p.org_path <> c.org_path and p.status in ('ACKNOWLEDGED', 'SUBMITTED', 'APPROVED')"
                    + " and p.acknowledged_edition < c.edition) or exists (select from campaign_assignment a"
                    + " where a.campaign_id = c.id and a.org_path = " + Sql.UNIT
                    + " and a.status in ('PUSHED', 'STARTED') and a.acknowledged_edition < c.edition))",
            true,
            Role.DISTRICT_OFFICER,
            Role.HOUSE_OFFICER),
    /** A district asks back or declines. */
    ANSWER(
            "c.org_path = " + Sql.UNIT + " and c.status = 'RUNNING' and exists (select from campaign_plan p"
                    + " where p.campaign_id = c.id and p.status in ('ASKED', 'DECLINED'))",
            true,
            Role.GACC_OFFICER),
    /** A mailing of his unit in which he had no hand waits for approval. */
    MAILING(
            "c.status = 'RUNNING' and exists (select from campaign_mailing g where g.campaign_id = c.id and g.org_path = "
                    + Sql.UNIT + " and g.status = 'REVIEW' and not exists (select from campaign_mailing_editor w"
                    + " where w.mailing_id = g.id and w.account_id = " + Sql.ME + "))",
            true,
            Role.GACC_OFFICER,
            Role.DISTRICT_OFFICER,
            Role.HOUSE_OFFICER,
            Role.COORDINATOR),
    /** Below his unit something is late. */
    LATE(
            "c.status = 'RUNNING' and (c.org_path = " + Sql.UNIT + " and exists (select from campaign_plan p where"
                    + " p.campaign_id = c.id and p.org_path <> c.org_path and " + Sql.LATE_PLAN
                    + ") or exists (select from campaign_assignment a where a.campaign_id = c.id and a.org_path <> "
                    + Sql.UNIT + " and a.status in ('PUSHED', 'STARTED') and a.due_on < china_day()))",
            false,
            Role.GACC_OFFICER,
            Role.DISTRICT_OFFICER);

    private final String condition;
    private final boolean soon;
    private final List<Role> roles;

    Waiting(String condition, boolean soon, Role... roles) {
        this.condition = "(" + condition + ")";
        this.soon = soon;
        this.roles = List.of(roles);
    }

    String condition() {
        return condition;
    }

    boolean soon() {
        return soon;
    }

    boolean concerns(Role role) {
        return roles.contains(role);
    }

    static List<Filter.Option> options() {
        return Arrays.stream(values())
                .map(each -> new Filter.Option(each.name(), "campaign.waits." + each))
                .toList();
    }

    /** Parts of the conditions. */
    private static final class Sql {
        static final String UNIT = "nullif(current_setting('app.lo', true), '')";
        static final String ME = "cast(nullif(current_setting('app.account', true), '') as bigint)";
        static final String LATE_PLAN = "(p.status in ('ISSUED', 'ASKED') and c.acknowledge_by < china_day()"
                + " or p.status in ('ACKNOWLEDGED', 'SUBMITTED') and c.plan_by < china_day())";

        private Sql() {}

        static String editor(String edition) {
            return "exists (select from campaign_editor e where e.campaign_id = c.id and e.edition = " + edition
                    + " and e.account_id = " + ME + ")";
        }

        static String plan(String condition) {
            return "c.status = 'RUNNING' and exists (select from campaign_plan p where p.campaign_id = c.id"
                    + " and p.org_path = " + UNIT + " and " + condition + ")";
        }
    }
}
