package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of campaigns. */
final class CampaignRows {

    private static final String CAMPAIGN = "(select max(id) from campaign where title_zh = 'rules')";
    private static final String PLAN = "(select max(id) from campaign_plan where campaign_id = " + CAMPAIGN + ")";
    private static final String MAILING = "(select max(id) from campaign_mailing where campaign_id = " + CAMPAIGN + ")";
    private static final String DOCUMENT = "(select id from document where code = 'rules')";
    private static final String ACCOUNT = "(select min(id) from account)";

    private CampaignRows() {}

    static void fill() throws SQLException {
        Rows.change("insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, status,"
                + " frozen_at, author_id) select id, org_path, 'DIRECTIVE', 'rules', 'rules', '2020-01-01', '2020-01-31',"
                + " 'RUNNING', now(), " + ACCOUNT + " from unit where code = '0000'");
        Rows.change("insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)"
                + " values (" + CAMPAIGN + ", 'ALL', 'rules', 80, 'ONE_TO_ONE')");
        Rows.change("insert into campaign_document values (" + CAMPAIGN + ", 0, " + DOCUMENT + ")");
        Rows.change("insert into campaign_edition (campaign_id, edition, content, status, submitted_by)" + " values ("
                + CAMPAIGN + ", 1, '{}', 'IN_FORCE', " + ACCOUNT + ")");
        Rows.change("insert into campaign_plan (campaign_id, unit_id, org_path) select " + CAMPAIGN
                + ", id, org_path from unit where code = '5300'");
        Rows.change("insert into campaign_plan_edition (plan_id, edition, content) values (" + PLAN + ", 1, '{}')");
        Rows.change("insert into campaign_plan_document values (" + PLAN + ", 0, " + DOCUMENT + ")");
        Rows.change("insert into campaign_assignment (plan_id, campaign_id, unit_id, org_path, target) select " + PLAN
                + ", " + CAMPAIGN + ", id, org_path, 1 from unit where code = '5304'");
        Rows.change("insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path,"
                + " audience, track, priority) select id, " + CAMPAIGN
                + ", unit_id, org_path, unit_id, org_path, 'ALL',"
                + " 'NONE', 1 from enterprise where merged_into is null order by id limit 1");
        Rows.change("insert into campaign_editor (campaign_id, edition, account_id) values (" + CAMPAIGN + ", 1, "
                + ACCOUNT + ")");
        Rows.change("insert into campaign_plan_editor (plan_id, account_id) values (" + PLAN + ", " + ACCOUNT + ")");
        mailing();
        Rows.change("insert into planned_activity (plan_id, campaign_id, unit_id, org_path, kind, title_zh, starts_on,"
                + " ends_on) select id, campaign_id, unit_id, org_path, 'OTHER', 'rules', '2020-01-01', '2020-01-01'"
                + " from campaign_plan where id = " + PLAN);
        Rows.change("insert into calendar_feed (account_id, org_path, assignment_id, whose, language, token_hash)"
                + " select a.id, a.org_path, r.id, 'MINE', 'ZH', decode(repeat('00', 32), 'hex') from account a"
                + " join role_assignment r on r.account_id = a.id where a.id = " + ACCOUNT + " limit 1"
                + " on conflict do nothing");
        sum("campaign_sum");
        Rows.change("insert into campaign_course (enterprise_id, campaign_id, house_id, house_path, reached, since)"
                + " select enterprise_id, campaign_id, house_id, house_path, false, '2020-01-01' from campaign_member"
                + " where campaign_id = " + CAMPAIGN + " on conflict do nothing");
        Rows.change("insert into campaign_funnel (campaign_id, unit_id, org_path, reached, step, enterprises, followed,"
                + " computed_at) select " + CAMPAIGN + ", id, org_path, false, 'SCOPE', 1, 0, now() from unit"
                + " where code = '5304' on conflict do nothing");
        Rows.change("insert into campaign_silence (campaign_id, kind, unit_id, org_path, audience, size_class, sector,"
                + " month, enterprises, computed_at) select " + CAMPAIGN + ", 'UNIT', id, org_path, '', '', '', '', 1,"
                + " now() from unit where code = '5304' on conflict do nothing");
        sum("campaign_sum_change");
    }

    private static void mailing() throws SQLException {
        Rows.change("insert into campaign_mailing (campaign_id, unit_id, org_path, title_zh, states, author_id) select "
                + CAMPAIGN + ", id, org_path, 'rules', array['UNTOUCHED'], " + ACCOUNT
                + " from unit where code = '5304'");
        Rows.change("insert into campaign_mailing_text (mailing_id, audience, subject_zh, body_zh) values (" + MAILING
                + ", 'ALL', 'rules', 'rules')");
        Rows.change("insert into campaign_mailing_editor (mailing_id, account_id) values (" + MAILING + ", " + ACCOUNT
                + ")");
        Rows.change("insert into campaign_mailing_unit (mailing_id, unit_id, org_path) select " + MAILING
                + ", id, org_path from unit where code = '5304'");
        Rows.change("insert into campaign_mailing_letter (mailing_id, enterprise_id, audience, status, reason) select "
                + MAILING
                + ", id, 'ALL', 'LEFT_OUT', 'NO_PERSON' from enterprise where merged_into is null order by id limit 1");
    }

    private static void sum(String table) throws SQLException {
        Rows.change("insert into " + table + " (campaign_id, dimension, house_id, house_path, value, audience, state,"
                + " enterprises) select " + CAMPAIGN + ", 'SIZE', id, org_path, '', 'ALL', 'UNTOUCHED', 0"
                + " from unit where code = '5304' on conflict do nothing");
    }
}
