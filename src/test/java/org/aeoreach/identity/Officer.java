package org.aeoreach.identity;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.identity.password.Hashes;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/** An officer of Shekou made for a test, with a password. */
public record Officer(long id, String login) {
    public static final String PASSWORD = "Vultur-7-marmot-Zirbe";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** With a role and the password above. */
    public static Officer make() throws SQLException {
        Officer officer = withoutPassword();
        Rows.change(
                "insert into credential (account_id, hash, set_at) values (?, ?, now())",
                officer.id,
                Hashes.of(PASSWORD));
        return officer;
    }

    public static Officer withoutPassword() throws SQLException {
        String login = "test.officer." + COUNT.incrementAndGet() + "." + System.nanoTime();
        long id = Rows.number(
                "insert into account (kind, login, name_zh, name_en, mail, unit_id, org_path) select 'OFFICER', ?, '试员',"
                        + " 'Tester', ?, id, org_path from unit where code = '5304' returning id",
                login,
                login + "@example.test");
        Rows.change(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select ?, 'HOUSE_OFFICER', id, org_path, china_day() - 5 from unit where code = '5304'",
                id);
        return new Officer(id, login);
    }

    /** Tries to sign in; further headers are names and values in turn. */
    public HttpResponse<String> signIn(String password, String... headers) {
        return Caller.anonymous().form("/sign-in", Map.of("login", login, "password", password), headers);
    }

    /** Signed in with the password. */
    public Caller caller() {
        HttpResponse<String> answer = signIn(PASSWORD);
        return new Caller(login, cookie(answer, "__Host-aeo"));
    }

    /** {@code name=value} of a cookie the answer sets. */
    public static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " sets no " + name));
    }

    /** The path of the newest link mailed to this officer. */
    public String link() throws SQLException {
        List<Rows.Row> mails = Rows.all(
                "select body_text from mail where recipient = ? and body_text like '%http%' order by id desc limit 1",
                login + "@example.test");
        String text = mails.get(0).text("body_text");
        return text.replaceAll("(?s).*http://[^/\\s]+(/[a-z-]+/[A-Za-z0-9_-]{43}).*", "$1");
    }

    /** Forgets what other tests have used up. */
    public static void forgetAttempts() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from attempt");
    }
}
