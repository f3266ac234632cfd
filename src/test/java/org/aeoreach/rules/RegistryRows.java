package org.aeoreach.rules;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;

/** A row for each scoped table of enterprises, their past and their doubles. */
final class RegistryRows {

    private RegistryRows() {}

    static void fill() throws SQLException {
        fillRegistry();
        fillDuplicates();
    }

    private static void fillDuplicates() throws SQLException {
        String two = " from enterprise a, enterprise b where a.id < b.id order by a.id, b.id limit 1";
        Rows.change("insert into enterprise_duplicate (first_id, second_id, org_path, reason)"
                + " select a.id, b.id, a.org_path, 'ENTRY'" + two + " on conflict do nothing");
        Rows.change(
                "insert into enterprise_merge (kept_id, merged_id, org_path, reason, taken, kept_before, kept_after,"
                        + " merged_before, merged_by, undone_by, undone_at) select a.id, b.id, a.org_path, 'rules', '{}', '{}',"
                        + " '{}', '{}', c.id, c.id, now() from (select min(id) as id from account) c,"
                        + two.substring(5));
    }

    private static void fillRegistry() throws SQLException {
        String first = " select id, unit_id, org_path, %s from enterprise order by id limit 1";
        Rows.change("insert into enterprise_former_name (enterprise_id, unit_id, org_path, name_zh, valid_to)"
                + first.formatted("'rules', date '2020-01-01'"));
        Rows.change("insert into enterprise_former_unit (enterprise_id, unit_id, org_path, former_unit_id, former_path,"
                + " valid_to, reason)" + first.formatted("unit_id, org_path, date '2020-01-01', 'rules'"));
        Rows.change(
                "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to)"
                        + first.formatted("'GCE', date '2016-01-01', date '2016-02-01'") + " on conflict do nothing");
        Rows.change("insert into journey_entry (enterprise_id, unit_id, org_path, step, from_step, happened_on,"
                + " unit_then, account_id)"
                + first.formatted(
                        "'CONTACTED', 'PROSPECT', date '2020-01-01', unit_id, (select min(id) from account)"));
        Rows.change("insert into journey_file (entry_id, file_id) select j.id, f.id from journey_entry j, stored_file f"
                + " order by 1, 2 limit 1 on conflict do nothing");
        Rows.change("insert into partner_organisation (kind, unit_id, org_path, name_zh)"
                + " select 'CHAMBER', id, org_path, 'rules' from unit order by id limit 1");
        Rows.change("insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis)"
                + first.formatted("'rules', 'OUTREACH', 'PUBLISHED'"));
    }
}
