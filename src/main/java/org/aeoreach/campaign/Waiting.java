package org.aeoreach.campaign;

import java.util.Arrays;
import java.util.List;
import org.aeoreach.scope.Role;
import org.aeoreach.web.list.filter.Filter;

/** For what a campaign {@code c} waits for the viewer: the same condition behind a number and behind its list. */
enum Waiting {
    /** A campaign, an amendment or a plan of his unit in which he had no hand waits for approval. */
    DECIDE(
            "c.org_path = " + Sql.UNIT + " and (c.status = 'REVIEW' and c.submitted_as = " + Sql.ROLE
                    + " and not " + Sql.editor("c.edition")
                    + " or c.status = 'RUNNING' and exists (select from campaign_edition x where x.campaign_id = c.id"
                    + " and x.status = 'PROPOSED' and x.submitted_as = " + Sql.ROLE + " and not "
                    + Sql.editor("x.edition")
                    + ")) or c.status = 'RUNNING' and exists (select from campaign_plan p where p.campaign_id = c.id"
                    + " and p.org_path = " + Sql.UNIT + " and p.status = 'SUBMITTED' and not exists (select from"
                    + " campaign_plan_editor w where w.plan_id = p.id and w.account_id = " + Sql.ME + "))",
            true,
            Sql.everybody()),
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
            Sql.everybody()),
    /** Approved, but who is in scope could not be written down. */
    STOPPED(
            "c.org_path = " + Sql.UNIT + " and c.status = 'FREEZING' and not exists (select from job j"
                    + " where j.id = c.job_id and j.status in ('WAITING', 'RUNNING', 'DONE'))",
            true,
            Sql.everybody()),
    /** Its figures follow an older rule, and nothing is under way that would judge its members anew. */
    BEHIND(
            "c.org_path = " + Sql.UNIT + " and c.judged_edition < c.rule_edition and not exists (select from job j"
                    + " where j.id = c.relevel_job_id and j.status in ('WAITING', 'RUNNING'))",
            true,
            Sql.everybody()),
    /** Called off, and his unit has not taken note of it. */
    CALLED_OFF(
            "c.status = 'WITHDRAWN' and c.org_path <> " + Sql.UNIT + " and (exists (select from campaign_plan p"
                    + " where p.campaign_id = c.id and p.org_path = " + Sql.UNIT
                    + " and p.status <> 'WITHDRAWN' and p.end_noted_at is null) or exists (select from"
                    + " campaign_assignment a where a.campaign_id = c.id and a.org_path = " + Sql.UNIT
                    + " and a.target > 0 and a.status in ('PUSHED', 'STARTED', 'DONE') and a.end_noted_at is null))",
            true,
            Role.DISTRICT_OFFICER,
            Role.HOUSE_OFFICER,
            Role.COORDINATOR),
    /** Issued to his district, which has not taken note of it. */
    ACKNOWLEDGE(Sql.plan("p.status = 'ISSUED'"), true, Role.DISTRICT_OFFICER),
    /** His district took note of it and owes its plan. */
    PLAN(Sql.plan("p.status = 'ACKNOWLEDGED'"), false, Role.DISTRICT_OFFICER),
    /** The plan of his district is approved, and its houses do not know it yet. */
    PUSH(Sql.plan("p.status = 'APPROVED' and p.pushed_at is null"), false, Role.DISTRICT_OFFICER),
    /** Amended, or its plan revised, since his unit took note of it. */
    CHANGED(
            "c.status = 'RUNNING' and (exists (select from campaign_plan p where p.campaign_id = c.id and p.org_path = "
                    + Sql.UNIT
                    + " and p.org_path <> c.org_path and p.status in ('ACKNOWLEDGED', 'SUBMITTED', 'APPROVED')"
                    + " and p.acknowledged_edition < c.edition) or exists (select from campaign_assignment a"
                    + " where a.campaign_id = c.id and a.org_path = " + Sql.UNIT
                    + " and a.status in ('PUSHED', 'STARTED') and (a.target > 0 and a.acknowledged_edition < c.edition"
                    + " or a.plan_edition < (select max(e.edition) from campaign_plan_edition e"
                    + " where e.plan_id = a.plan_id))))",
            true,
            Role.DISTRICT_OFFICER,
            Role.HOUSE_OFFICER,
            Role.COORDINATOR),
    /** A district asks back or declines. */
    ANSWER(
            "c.org_path = " + Sql.UNIT + " and c.status = 'RUNNING' and exists (select from campaign_plan p"
                    + " where p.campaign_id = c.id and p.status in ('ASKED', 'DECLINED'))",
            true,
            Role.GACC_OFFICER),
    /** A mailing of his unit in which he had no hand waits for approval. */
    MAILING(
            Sql.mailing("g.status = 'REVIEW' and g.submitted_as = " + Sql.ROLE + " and not " + Sql.WRITER),
            true,
            Sql.everybody()),
    /** A mailing in which he had a hand was given back. */
    MAILING_RETURNED(
            Sql.mailing("g.status = 'DRAFT' and g.reason is not null and " + Sql.WRITER), true, Sql.everybody()),
    /** The job that sends a mailing of his ended before its time. */
    MAILING_STOPPED(
            Sql.mailing("g.status in ('APPROVED', 'SENDING') and exists (select from job j where j.id = g.job_id"
                    + " and j.status in ('FAILED', 'CANCELLED')) and (" + Sql.WRITER + " or g.approved_by = "
                    + Sql.ME + ")"),
            true,
            Sql.everybody()),
    /** Letters of a mailing of his were refused, and whom they were for still has the same address. */
    MAILING_FAILED(
            Sql.mailing("g.status in ('SENDING', 'SENT') and " + Sql.WRITER + " and exists (select from"
                    + " campaign_mailing_letter l join contact_person p on p.id = l.person_id"
                    + " and p.enterprise_id = l.enterprise_id where l.mailing_id = g.id and l.status = 'FAILED'"
                    + " and p.ended_at is null and p.erased_at is null and mail_key(p.mail) = l.address_key)"),
            false,
            Sql.everybody()),
    /** Below his unit something is late. */
    LATE(
            "c.status in ('RUNNING', 'WITHDRAWN') and (c.org_path = " + Sql.UNIT + " and exists (select from"
                    + " campaign_plan p where p.campaign_id = c.id and p.org_path <> c.org_path"
                    + " and campaign_plan_late(p, c) is not null) or exists (select from campaign_assignment a"
                    + " where a.campaign_id = c.id and a.org_path <> " + Sql.UNIT
                    + " and campaign_part_late(a, c) is not null))",
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
        static final String ROLE = "(select r.role from role_assignment r where r.id ="
                + " cast(nullif(current_setting('app.assignment', true), '') as bigint))";

        static final String WRITER = "exists (select from campaign_mailing_editor w where w.mailing_id = g.id"
                + " and w.account_id = " + ME + ")";

        private Sql() {}

        static Role[] everybody() {
            return Arrays.stream(Role.values()).filter(Role::reachesOut).toArray(Role[]::new);
        }

        static String editor(String edition) {
            return "exists (select from campaign_editor e where e.campaign_id = c.id and e.edition = " + edition
                    + " and e.account_id = " + ME + ")";
        }

        static String mailing(String condition) {
            return "c.status = 'RUNNING' and exists (select from campaign_mailing g where g.campaign_id = c.id"
                    + " and g.org_path = " + UNIT + " and " + condition + ")";
        }

        static String plan(String condition) {
            return "c.status = 'RUNNING' and exists (select from campaign_plan p where p.campaign_id = c.id"
                    + " and p.org_path = " + UNIT + " and " + condition + ")";
        }
    }
}
