package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fictional people to try the program with; loaded once into a database, never again. */
final class DemoData {

    // An installation that says demo = false keeps saying so.
    private static final String MARK =
            "insert into aeo.installation (key, value) values ('demo', 'true') on conflict (key) do nothing";
    private static final String ENTERPRISES = """
            insert into aeo.enterprise (name_zh, name_en, unit_id, org_path, customs_code, mail_on_file, phone_on_file)
            select r.zh, r.en, u.id, u.org_path, r.code, r.mail, '000-00000000'
            from unnest(?, ?, ?, ?, ?) with ordinality r (zh, en, unit, code, mail, nr)
                left join aeo.unit u on u.code = r.unit
            order by r.nr
            """;
    private static final String ACCOUNTS = """
            insert into aeo.account (kind, login, name_zh, name_en, mail, language, unit_id, org_path, enterprise_id)
            select case when r.enterprise is null then 'OFFICER' else 'ENTERPRISE' end, r.login, r.zh, r.en,
                r.login || '@demo.invalid', r.language, u.id, u.org_path, e.id
            from unnest(?, ?, ?, ?, ?, ?) with ordinality r (login, zh, en, unit, enterprise, language, nr)
                left join aeo.unit u on u.code = r.unit
                left join aeo.enterprise e on e.name_zh = r.enterprise and e.unit_id = u.id
            order by r.nr
            """;
    // Days are China's: the server may keep another time zone, where it is yesterday or tomorrow.
    private static final String ROLES = """
            insert into aeo.role_assignment (account_id, role, unit_id, org_path, enterprise_id, valid_from)
            select a.id, r.role, u.id, u.org_path, a.enterprise_id, (now() at time zone 'Asia/Shanghai')::date - 90
            from unnest(?, ?, ?) with ordinality r (login, role, unit, nr)
                left join aeo.account a on lower(a.login) = r.login
                left join aeo.unit u on u.code = r.unit
            order by r.nr
            """;
    private static final String MEMBERS = """
            insert into aeo.enterprise_member (enterprise_id, unit_id, org_path, account_id, name_zh, name_en, mail,
                rights, valid_from)
            select e.id, e.unit_id, e.org_path, a.id, a.name_zh, a.name_en, a.mail, r.rights,
                (now() at time zone 'Asia/Shanghai')::date - 90
            from unnest(?, ?) with ordinality r (login, rights, nr)
                left join aeo.account a on lower(a.login) = r.login
                left join aeo.enterprise e on e.id = a.enterprise_id
            order by r.nr
            """;
    private static final String DELEGATIONS = """
            with made as (
                insert into aeo.delegation (enterprise_id, unit_id, org_path, enterprise_zh, enterprise_en,
                    representative_name, representative_mail, representative_firm, language, representative_id, rights,
                    first_day, last_day, accepted_at)
                select e.id, e.unit_id, e.org_path, e.name_zh, e.name_en, a.name_zh, a.mail, f.name_zh, a.language,
                    a.id, r.rights, d.first, d.first + 365, now()
                from unnest(?, ?, ?) r (enterprise, login, rights)
                    cross join (select (now() at time zone 'Asia/Shanghai')::date - 30 as first) d
                    left join aeo.enterprise e on e.name_zh = r.enterprise
                    left join aeo.account a on lower(a.login) = r.login
                    left join aeo.enterprise f on f.id = a.enterprise_id
                returning *)
            insert into aeo.role_assignment (account_id, role, unit_id, org_path, enterprise_id, valid_from, valid_to)
            select representative_id, 'ENTERPRISE_USER', unit_id, org_path, enterprise_id, first_day, last_day from made
            """;
    // Runs from the first moment on, by China's day and by the server's.
    private static final String STAND_INS = """
            insert into aeo.substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)
            select g.id, a.id, s.id, g.org_path, least(d.today, china_day()), d.today + 30
            from unnest(?, ?, ?, ?) r (absent, role, unit, substitute)
                cross join (select (now() at time zone 'Asia/Shanghai')::date as today) d
                left join aeo.account a on lower(a.login) = r.absent
                left join aeo.account s on lower(s.login) = r.substitute
                left join aeo.unit u on u.code = r.unit
                left join aeo.role_assignment g on g.account_id = a.id and g.role = r.role and g.unit_id = u.id
            """;

    private DemoData() {}

    /** Needs the schema owner's connection on a database that holds the reference data; all or nothing. */
    static void load(Connection owner, Progress progress) throws SQLException {
        OwnerTransaction.run(owner, connection -> {
            if (mark(connection)) {
                progress.step("Loading demonstration people", "载入演示人员");
                insertAll(connection);
                progress.at(DemoPeople.PEOPLE.size(), DemoPeople.PEOPLE.size());
            }
        });
    }

    private static boolean mark(Connection connection) throws SQLException {
        try (Statement insert = connection.createStatement()) {
            return insert.executeUpdate(MARK) == 1;
        }
    }

    private static void insertAll(Connection connection) throws SQLException {
        int enterprises = BulkInsert.run(
                connection,
                ENTERPRISES,
                DemoPeople.ENTERPRISES,
                DemoPeople.Enterprise::zh,
                DemoPeople.Enterprise::en,
                DemoPeople.Enterprise::unit,
                DemoPeople.Enterprise::code,
                DemoPeople.Enterprise::mail);
        int accounts = insertAccounts(connection);
        int roles = BulkInsert.run(
                connection,
                ROLES,
                DemoPeople.ROLES,
                DemoPeople.Role::login,
                DemoPeople.Role::role,
                DemoPeople.Role::unit);
        insertStandIns(connection);
        insertEnterpriseUsers(connection);
        DemoFacts.load(connection);
        DemoTraining.load(connection);
        String changes =
                "{\"demo\": [null, true], \"enterprises\": [null, %d], \"accounts\": [null, %d], \"roles\": [null, %d]}";
        OwnerTransaction.audit(
                connection, "DEMO_LOADED", "installation", changes.formatted(enterprises, accounts, roles));
    }

    private static int insertAccounts(Connection connection) throws SQLException {
        return BulkInsert.run(
                connection,
                ACCOUNTS,
                DemoPeople.PEOPLE,
                DemoPeople.Person::login,
                DemoPeople.Person::zh,
                DemoPeople.Person::en,
                DemoPeople.Person::unit,
                DemoPeople.Person::enterprise,
                DemoPeople.Person::language);
    }

    private static void insertEnterpriseUsers(Connection connection) throws SQLException {
        BulkInsert.run(connection, MEMBERS, DemoPeople.MEMBERS, DemoPeople.Member::login, DemoPeople.Member::rights);
        BulkInsert.run(
                connection,
                DELEGATIONS,
                DemoPeople.DELEGATIONS,
                DemoPeople.Delegation::enterprise,
                DemoPeople.Delegation::login,
                DemoPeople.Delegation::rights);
    }

    private static void insertStandIns(Connection connection) throws SQLException {
        BulkInsert.run(
                connection,
                STAND_INS,
                DemoPeople.STAND_INS,
                DemoPeople.StandIn::absent,
                DemoPeople.StandIn::role,
                DemoPeople.StandIn::unit,
                DemoPeople.StandIn::substitute);
    }
}
