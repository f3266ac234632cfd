package org.aeoreach.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Units;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and in which unit the record lies that he calls about. Makes the records samples need, fresh ones for
 * each call, so that no call depends on another.
 */
record Situation(Actor actor, String unit) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Rows.Row row() throws SQLException {
        return Rows.one("select id, kind, org_path, version from unit where code = ?", unit);
    }

    String path() throws SQLException {
        return row().text("org_path");
    }

    long unitId() throws SQLException {
        return row().id("id");
    }

    long unitVersion() throws SQLException {
        return row().id("version");
    }

    boolean is(String kind) throws SQLException {
        return row().text("kind").equals(kind);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** A day of its own: nobody is stood in for twice on one. */
    static LocalDate freeDay() {
        return today().plusDays(COUNT.incrementAndGet());
    }

    /** The role that is held at the level of the unit. */
    String role() throws SQLException {
        return switch (row().text("kind")) {
            case "GACC" -> "GACC_OFFICER";
            case "DISTRICT" -> "DISTRICT_OFFICER";
            default -> "HOUSE_OFFICER";
        };
    }

    /** The demo enterprise registered with the unit; where there is none, that of the house 5304. */
    long enterprise() throws SQLException {
        return Rows.number(
                "select coalesce((select min(m.enterprise_id) from enterprise_member m join enterprise e"
                        + " on e.id = m.enterprise_id where e.unit_id = ? and e.customs_code like '____9999%'),"
                        + " (select id from enterprise where customs_code = '5304999901'))",
                unitId());
    }

    /** A new officer whose home is the unit. */
    long person() throws SQLException {
        String login = "sample." + COUNT.incrementAndGet();
        return Rows.number(
                "insert into account (kind, login, name_zh, name_en, mail, unit_id, org_path)"
                        + " values ('OFFICER', ?, '样例', 'Sample', 'sample@example.test', ?, ?) returning id",
                login,
                unitId(),
                path());
    }

    /** A new officer's role in the unit. */
    long assignment(long person) throws SQLException {
        return Rows.number(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " values (?, ?, ?, ?, ?) returning id",
                person,
                role(),
                unitId(),
                path(),
                today().minusDays(10));
    }

    /** A new officer of the unit with a role and, for tests of sign-in, nothing yet to prove himself with. */
    long officer() throws SQLException {
        long person = person();
        assignment(person);
        return person;
    }

    /** A new single-use token of this purpose. */
    static String token(String purpose, long person, @Nullable String detail) throws SQLException {
        String token = "sampleToken" + "0".repeat(32 - 8) + "%08d".formatted(COUNT.incrementAndGet());
        Rows.change(
                "insert into single_use (token_hash, purpose, account_id, detail, expires_at)"
                        + " values (sha256(convert_to(?, 'UTF8')), ?, ?, ?, now() + interval '1 hour')",
                token,
                purpose,
                person,
                detail);
        return token;
    }

    /** A text no other sample uses. */
    static String unique(String prefix) {
        return prefix + COUNT.incrementAndGet();
    }

    /** The first role a person holds himself. */
    long assignmentOf(long person) throws SQLException {
        return Rows.number("select min(id) from role_assignment where account_id = ?", person);
    }

    /** As whom a provider knows the person. */
    long externalIdentity(long person) throws SQLException {
        return Rows.number(
                "insert into external_identity (account_id, org_path, issuer, subject, shown_as)"
                        + " select id, org_path, 'https://provider.example', ?, 'sample' from account where id = ?"
                        + " returning id",
                "sample " + COUNT.incrementAndGet(),
                person);
    }

    /** A new access token. */
    long token(long owner, long assignment) throws SQLException {
        return Rows.number(
                "insert into access_token (account_id, org_path, assignment_id, name, scope, token_hash, expires_at)"
                        + " select id, org_path, ?, 'sample', 'READ', sha256(convert_to(?, 'UTF8')),"
                        + " now() + interval '30 days' from account where id = ? returning id",
                assignment,
                "sample " + COUNT.incrementAndGet(),
                owner);
    }

    /** A new substitution in the unit, between two new officers. */
    long substitution() throws SQLException {
        long absent = person();
        return Rows.number(
                "insert into substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)"
                        + " values (?, ?, ?, ?, ?, ?) returning id",
                assignment(absent),
                absent,
                person(),
                path(),
                today(),
                today().plusDays(5));
    }

    /** A new mail that belongs to the unit and was given up. */
    long mail() throws SQLException {
        return Rows.number(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status, attempts, last_error) values (?, 'organization-substitution',"
                        + " 'zh', 'sample@example.test', '样例', '样例', '样例', '<p>样例</p>', ?, 'DEAD', 12,"
                        + " '550 no such user') returning id",
                "<sample." + COUNT.incrementAndGet() + "@example.test>",
                path());
    }

    /** A mail that left. */
    long sentMail() throws SQLException {
        long mail = mail();
        Rows.change("update mail set status = 'SENT', sent_at = now() where id = ?", mail);
        return mail;
    }

    /** A new file another officer of the unit gave, and its content where the server looks for it. */
    long file() throws SQLException {
        Path directory = TestPostgres.DIRECTORY.resolve(Path.of("files", "aa", "aa"));
        try {
            Files.writeString(Files.createDirectories(directory).resolve("aa".repeat(32)), "sample");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Rows.number(
                "insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)"
                        + " values (decode(repeat('aa', 32), 'hex'), 'sample.csv', 'text/csv', 6, 'sample', ?, ?, ?)"
                        + " returning id",
                person(),
                unitId(),
                path());
    }

    /** A new job of another officer of the unit that runs on a node that is not ours, so that nothing moves it. */
    long job() throws SQLException {
        long person = person();
        return Rows.number(
                "insert into job (kind, account_id, assignment_id, org_path, status, claimed_by, claimed_until,"
                        + " started_at, attempts) values ('audit-verification', ?, ?, ?, 'RUNNING', 'sample',"
                        + " now() + interval '1 day', now(), 1) returning id",
                person,
                assignment(person),
                path());
    }

    /** Whose a record of one person is: the caller's own in his own unit, somebody else's elsewhere. */
    long owner() throws SQLException {
        return path().equals(actor.path()) ? actor.account() : person();
    }

    /** A new saved view of that person. */
    long view(long owner) throws SQLException {
        return Rows.number(
                "insert into saved_view (account_id, org_path, list, name, query) values (?, ?, 'units', ?, '')"
                        + " returning id",
                owner,
                path(),
                "sample " + COUNT.incrementAndGet());
    }

    /** A new unit without people: a house below a district, a district below GACC. */
    String newUnit() throws SQLException {
        String code = Units.freeCode();
        long id = Rows.number(
                "insert into unit (code, kind, parent_id, org_path, source) values (?, ?, ?, ?, 'sample') returning id",
                code,
                is("GACC") ? "DISTRICT" : "HOUSE",
                unitId(),
                path() + code + ".");
        Rows.change("insert into unit_name (unit_id, zh, en) values (?, '样例机构', 'Sample unit')", id);
        return code;
    }
}
