package org.aeoreach.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database itself guarantees, whatever the application does. */
@Tag("db")
class DatabaseRulesTest {
    private static final String TABLES = "select c.relname as name, c.relrowsecurity as secured,"
            + " coalesce(obj_description(c.oid), '') as comment from pg_class c"
            + " where c.relnamespace = 'aeo'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition"
            + " and c.relname <> 'schema_history' order by 1";
    private static final Pattern CLASS = Pattern.compile("(scoped|published|reference|system): .+");
    // What the system jobs need not see: people, their roles and sessions' contents, answers kept for them.
    private static final List<String> HIDDEN_FROM_JOBS = List.of(
            "account",
            "role_assignment",
            "substitution",
            "enterprise",
            "enterprise_member",
            "delegation",
            "installation");

    /** Rows for the scoped tables demo data leaves empty. */
    @BeforeAll
    static void fillScopedTables() throws SQLException {
        Rows.change("insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                + " body_html, org_path) values ('rules@example.test', 'x', 'zh', 'a@example.test', 'a', 's', 't', 'h',"
                + " '0000.5300.') on conflict do nothing");
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason) values ('rules@example.test', '0000.5300.',"
                        + " 'BOUNCED', 'rules') on conflict do nothing");
        Rows.change(
                "insert into mailbox (unit_id, org_path, address) select id, org_path, 'rules@example.test' from unit"
                        + " where code = '5304' on conflict do nothing");
        Rows.change(
                "insert into inbound_mail (mailbox_id, unit_id, org_path, uidvalidity, uid, sha256, content_key, raw,"
                        + " bytes) select id, unit_id, org_path, 9, 9, sha256('r'), sha256('rules'), 'r', 1 from mailbox limit 1"
                        + " on conflict do nothing");
        MailRows.fill();
        Rows.change("insert into job (kind, slot, org_path) values ('rules', now(), '0000.')");
        Rows.change("insert into idempotency_record (account_id, key, request, body_hash)"
                + " select min(id), 'rules', '/', '\\x00' from account on conflict do nothing");
        Rows.change("insert into saved_view (account_id, org_path, list, name, query) select min(id), '0000.', 'rules',"
                + " 'rules', '' from account on conflict do nothing");
        Rows.change("insert into saved_view_default select account_id, list, id from saved_view where list = 'rules'"
                + " on conflict do nothing");
        Rows.change(
                "insert into access_token (account_id, org_path, assignment_id, name, scope, token_hash, expires_at)"
                        + " select a.id, a.org_path, r.id, 'rules', 'READ', sha256('rules'), now() + interval '1 day'"
                        + " from account a join role_assignment r on r.account_id = a.id order by a.id limit 1"
                        + " on conflict do nothing");
        Rows.change(
                "insert into enterprise_claim (enterprise_id, unit_id, org_path, name, mail, language, statement, way)"
                        + " select id, unit_id, org_path, 'rules', 'rules@example.test', 'zh', 'rules', 'OFFICER' from enterprise"
                        + " order by id limit 1");
        Rows.change("insert into external_identity (account_id, org_path, issuer, subject, shown_as)"
                + " select id, org_path, 'https://rules.example', 'rules', 'rules' from account order by id limit 1"
                + " on conflict do nothing");
        Rows.change("insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)"
                + " select decode(repeat('00', 32), 'hex'), 'rules.csv', 'text/csv', 1, 'rules', a.id, a.unit_id,"
                + " a.org_path from account a order by a.id limit 1");
        fillLedger();
        fillPortfolios();
        Rows.change(
                "with i as (insert into enterprise_import (account_id, unit_id, org_path, file_id, file_name, source,"
                        + " charset, separator, sheet, header, fields, lines) select account_id, unit_id, org_path, id, 'rules',"
                        + " 'rules', 'UTF-8', ',', '', '{}', '{}', 1 from stored_file order by id limit 1 returning id, org_path)"
                        + " insert into enterprise_import_row (import_id, org_path, line, outcome, reason)"
                        + " select id, org_path, 2, 'REJECTED', 'rules' from i");
        Rows.change("with i as (insert into contact_import (account_id, unit_id, org_path, file_id, file_name, source,"
                + " charset, separator, sheet, header, fields, lines) select account_id, unit_id, org_path, id, 'rules',"
                + " 'rules', 'UTF-8', ',', '', '{}', '{}', 1 from stored_file order by id limit 1 returning id, org_path)"
                + " insert into contact_import_row (import_id, org_path, line, outcome, reason)"
                + " select id, org_path, 2, 'REJECTED', 'rules' from i");
        Rows.number("select audit_append('rules.sample', 'sample', '1', '0000.', '{}')");
        RegistryRows.fill();
        LibraryRows.fill();
        CampaignRows.fill();
        EnquiryRows.fill();
        VenueRows.fill();
        TrainingRows.fill();
        SessionRows.fill();
        ConferenceRows.fill();
        AfterRows.fill();
        DayRows.fill();
        Rows.change("with r as (insert into transfer_request (unit_id, org_path, code, reason, account_id)"
                + " select u.id, u.org_path, 'rules', 'rules', (select min(id) from account) from unit u"
                + " where u.code = '2210' returning id) insert into transfer_request_giver (request_id, enterprise_id,"
                + " unit_id, org_path) select r.id, e.id, e.unit_id, e.org_path from r, enterprise e order by e.id desc"
                + " limit 1 on conflict do nothing");
    }

    /** A contact with everything that may hang on one. */
    private static void fillLedger() throws SQLException {
        long officer = Rows.number("select min(id) from account where org_path like '0000.5300.5304.%'");
        long enterprise = Rows.number("select min(id) from enterprise where org_path like '0000.5300.5304.%'");
        long id = Rows.number(
                "insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength,"
                        + " account_id, told) select unit_id, org_path, unit_id, china_day(), now(), 'VISIT', 'OUT',"
                        + " 'ONE_TO_ONE', id, true from account where id = ? returning id",
                officer);
        Rows.change(
                "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id,"
                        + " at, timed, channel, strength, direction) select ?, id, unit_id, org_path, unit_id, unit_id,"
                        + " now(), false, 'VISIT', 'ONE_TO_ONE', 'OUT' from enterprise where id = ?",
                id,
                enterprise);
        Rows.change("insert into touchpoint_officer select ?, id, unit_id from account where id = ?", id, officer);
        Rows.change("insert into touchpoint_subject values (?, 0, 'POLICY', null, 'rules')", id);
        Rows.change("insert into touchpoint_file select ?, min(id) from stored_file", id);
        Rows.change(
                "insert into touchpoint_version (touchpoint_id, version, replaced_at, replaced_by, reason, content)"
                        + " values (?, 0, now(), ?, 'rules', '{}')",
                id,
                officer);
        Rows.change(
                "with p as (insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis)"
                        + " select id, unit_id, org_path, 'rules', 'OUTREACH', 'STATUTORY_DUTY' from enterprise where id = ?"
                        + " returning id) insert into touchpoint_person select ?, id from p",
                enterprise,
                id);
        Rows.change(
                "insert into task (unit_id, org_path, owner_id, title, due_on, account_id) select unit_id, org_path, id,"
                        + " 'rules', china_day(), id from account where id = ?",
                officer);
        Rows.change(
                "insert into broadcast (unit_id, org_path, happened_on, channel, title, audience, counted, account_id)"
                        + " select unit_id, org_path, china_day(), 'LIVE_STREAM', 'rules', 1, true, id from account"
                        + " where id = ?",
                officer);
    }

    private static void fillPortfolios() throws SQLException {
        String officer = "(select min(id) from account where kind = 'OFFICER')";
        String other = "(select max(id) from account where kind = 'OFFICER')";
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from, valid_to)"
                        + " select id, unit_id, org_path, " + officer
                        + ", 'MEMBER', '2020-01-01', '2020-01-02' from enterprise"
                        + " order by id limit 1");
        Rows.change(
                "insert into handover (from_account, to_account, unit_id, org_path, happened_on, reason, account_id)"
                        + " select " + officer + ", " + other + ", id, org_path, '2020-01-01', 'rules', " + officer
                        + " from unit where code = '0000'");
        Rows.change("insert into handover_item (handover_id, enterprise_id, unit_id, org_path, before_id, after_id,"
                + " brief_zh, brief_en, told) select (select max(id) from handover), c.enterprise_id, c.unit_id,"
                + " c.org_path, c.id, c.id, 'rules', 'rules', 0 from coordination c order by c.id desc limit 1");
        Rows.change("insert into segment (unit_id, org_path, account_id, name, conditions) select u.id, u.org_path,"
                + " a.id, 'rules', '{\"all\":[]}' from unit u, account a where u.code = '0000' order by a.id limit 1");
        Rows.change("insert into record_view (enterprise_id, unit_id, org_path, account_id, at) select id, unit_id,"
                + " org_path, " + officer + ", '2020-01-01 00:00+00' from enterprise order by id limit 1"
                + " on conflict do nothing");
    }

    @Test
    void everyTableDeclaresItsClass() throws SQLException {
        for (Rows.Row table : Rows.all(TABLES)) {
            assertThat(table.text("comment")).as(table.text("name")).matches(CLASS);
        }
    }

    @Test
    void scopedTablesShowNothingWithoutScope() throws SQLException {
        for (String table : scoped()) {
            assertThat(Rows.number("select count(*) from " + table))
                    .as("rows of %s", table)
                    .isPositive();
            try (Connection fresh = TestPostgres.running().application()) {
                assertThat(seen(fresh, table))
                        .as("%s on a fresh connection", table)
                        .isZero();
                scopedTransaction(fresh, "0000.", "0000/");
                assertThat(seen(fresh, table))
                        .as("%s after a scoped transaction", table)
                        .isZero();
            }
        }
    }

    @Test
    void scopedTablesShowTheirRowsToSomebody() throws SQLException {
        for (String table : scoped()) {
            try (Connection connection = TestPostgres.running().application()) {
                connection.setAutoCommit(false);
                range(connection, "0000.", "0000/");
                set(connection, "app.account", Rows.number("select min(id) from account"));
                assertThat(seen(connection, table)).as(table).isPositive();
                connection.rollback();
            }
        }
    }

    @Test
    void scopeOfOneUnitHidesSisters() throws SQLException {
        try (Connection connection = TestPostgres.running().application()) {
            connection.setAutoCommit(false);
            range(connection, "0000.5300.5304.", "0000.5300.5304/");
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) filter (where org_path not like"
                            + " '0000.5300.5304.%'), count(*) from account")) {
                row.next();
                assertThat(row.getLong(1)).isZero();
                assertThat(row.getLong(2)).isPositive();
            }
            connection.rollback();
        }
    }

    private static List<String> scoped() throws SQLException {
        List<String> found = Rows.all(TABLES).stream()
                .filter(table -> table.text("comment").startsWith("scoped:"))
                .map(table -> table.text("name"))
                .toList();
        assertThat(found).contains("account", "audit_entry", "mail");
        return found;
    }

    @Test
    void scopedTablesHaveRowSecurity() throws SQLException {
        assertThat(Rows.all(TABLES))
                .filteredOn(table -> table.text("comment").startsWith("scoped:"))
                .allMatch(table -> table.text("secured").equals("true"));
    }

    @Test
    void systemTablesAreNotReadableByRequests() throws SQLException {
        try (Connection application = TestPostgres.running().application()) {
            for (Rows.Row table : Rows.all(TABLES)) {
                if (table.text("comment").startsWith("system:")) {
                    String sql = "select count(*) from " + table.text("name");
                    assertThatThrownBy(() -> number(application, sql))
                            .as(table.text("name"))
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void rolesOwnNothingAndBypassNothing() throws SQLException {
        for (String role : List.of(
                TestPostgres.running().applicationRole(), TestPostgres.running().jobsRole())) {
            Rows.Row flags = Rows.one(
                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                            + " or rolreplication as mighty from pg_roles where rolname = ?",
                    role);
            assertThat(flags.text("mighty")).isEqualTo("false");
            assertThat(Rows.number("select count(*) from pg_class where relowner = ?::regrole", role))
                    .isZero();
            assertThat(Rows.number("select count(*) from pg_proc where proowner = ?::regrole", role))
                    .isZero();
            assertThat(Rows.number("select count(*) from pg_auth_members where member = ?::regrole", role))
                    .isZero();
        }
    }

    @Test
    void definerFunctionsFixTheirSearchPathAndAreNotForEverybody() throws SQLException {
        List<Rows.Row> all = Rows.all("select proname as name, coalesce(array_to_string(proconfig, ','), '') as config,"
                + " has_function_privilege('public', oid, 'execute') as everybody from pg_proc"
                + " where pronamespace = 'aeo'::regnamespace and prosecdef");
        assertThat(all).isNotEmpty().allSatisfy(function -> {
            assertThat(function.text("config")).as(function.text("name")).contains("search_path=aeo, pg_temp");
            assertThat(function.text("everybody")).as(function.text("name")).isEqualTo("false");
        });
    }

    @Test
    void nobodyChangesAuditEntries() throws SQLException {
        List<String> attempts = List.of(
                "update audit_entry set action = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "insert into audit_entry select * from audit_entry limit 1",
                "update audit_chain set length = 0");
        for (Connection connection : List.of(
                TestPostgres.running().application(), TestPostgres.running().jobs())) {
            try (connection) {
                for (String attempt : attempts) {
                    assertThatThrownBy(() -> change(connection, attempt))
                            .as(attempt)
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void findsTamperedAuditEntry() throws SQLException {
        Rows.Row newest = Rows.one("select id, chain, action from audit_entry order by id desc limit 1");
        String breaks = "select count(*) from audit_breaks(" + newest.id("chain") + "::smallint)";
        assertThat(Rows.number(breaks)).isZero();
        Rows.change("update audit_entry set action = 'forged' where id = ?", newest.id("id"));
        assertThat(Rows.number(breaks)).isPositive();
        Rows.change("update audit_entry set action = ? where id = ?", newest.text("action"), newest.id("id"));
        assertThat(Rows.number(breaks)).isZero();
    }

    @Test
    void jobsSeeOnlyWhatTheyNeed() throws SQLException {
        try (Connection jobs = TestPostgres.running().jobs()) {
            for (String table : HIDDEN_FROM_JOBS) {
                assertThatThrownBy(() -> number(jobs, "select count(*) from " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void persistenceUnitListsEveryEntity() throws IOException {
        String unit = Files.readString(Path.of("src/main/resources/META-INF/persistence.xml"));
        TreeSet<String> listed = new TreeSet<>();
        Pattern.compile("<class>([^<]+)</class>").matcher(unit).results().forEach(found -> listed.add(found.group(1)));
        TreeSet<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (Pattern.compile("(?m)^@(Entity|Embeddable|MappedSuperclass|Converter)\\b")
                        .matcher(Files.readString(file))
                        .find()) {
                    String name = Path.of("src/main/java").relativize(file).toString();
                    written.add(name.replace(".java", "").replace('/', '.'));
                }
            }
        }
        assertThat(listed).isEqualTo(written);
    }

    private static void scopedTransaction(Connection connection, String lo, String hi) throws SQLException {
        connection.setAutoCommit(false);
        range(connection, lo, hi);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void range(Connection connection, String lo, String hi) throws SQLException {
        set(connection, "app.lo", lo);
        set(connection, "app.hi", hi);
    }

    private static void set(Connection connection, String key, Object value) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, key);
            statement.setString(2, value.toString());
            statement.executeQuery().close();
        }
    }

    private static long seen(Connection connection, String table) throws SQLException {
        return number(connection, "select count(*) from " + table);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
