package org.aeoreach.routes;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/** Samples for the routes of sign-in, profile and invitation. */
final class IdentitySamples {
    private static final String PASSWORD = "Vultur-7-marmot-Zirbe";
    private static final String RECOVERY = "ABCD-EFGH-JKLM-NPQR";
    private static final Pattern SECRET = Pattern.compile("code secret\">([A-Z2-7 ]+)<");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private IdentitySamples() {}

    static void addTo(Map<String, Samples.Sample> all) {
        steps(all);
        links(all);
        people(all, "POST /desk/people/{id}/", "/desk/people/");
        all.put("POST /desk/people", s -> Call.to("/desk/people").form(officer(s)));
        all.put("GET /desk/people/{id}/access", s -> about(s, "/desk/people/", s.officer(), "access"));
        api(all);
        profile(all);
    }

    private static void steps(Map<String, Samples.Sample> all) {
        all.put("POST /sign-in/code", s -> {
            long person = s.officer();
            factor(person);
            return Call.to("/sign-in/code")
                    .form(Map.of("code", RECOVERY))
                    .cookie("__Host-aeo-step", Situation.token("SECOND_FACTOR", person, null));
        });
        all.put("POST /sign-in/password", s -> Call.to("/sign-in/password")
                .form(Map.of("password", PASSWORD))
                .cookie("__Host-aeo-step", Situation.token("NEW_PASSWORD", s.officer(), null)));
    }

    private static void links(Map<String, Samples.Sample> all) {
        all.put("POST /forgotten", s -> Call.to("/forgotten").form(Map.of("loginOrMail", "gacc.officer")));
        for (String purpose : new String[] {"invitation", "reset"}) {
            Samples.Sample link = s -> Call.to("/" + purpose + "/"
                    + Situation.token(purpose.toUpperCase(java.util.Locale.ROOT), s.officer(), null));
            all.put("GET /" + purpose + "/{token}", link);
            all.put("POST /" + purpose + "/{token}", s -> Objects.requireNonNull(link.in(s))
                    .form(Map.of("password", PASSWORD)));
        }
        Samples.Sample mail =
                s -> Call.to("/mail-confirmation/" + Situation.token("MAIL", s.officer(), "new@example.test"));
        all.put("GET /mail-confirmation/{token}", mail);
        all.put("POST /mail-confirmation/{token}", s -> Objects.requireNonNull(mail.in(s))
                .form(Map.of()));
        all.put("GET /setup", s -> {
            openSetup();
            return Call.to("/setup");
        });
        all.put("POST /setup", s -> {
            openSetup();
            return Call.to("/setup")
                    .form(Map.of(
                            "setupCode", "abcd-2345",
                            "login", Situation.unique("first"),
                            "nameZh", "样例",
                            "mail", "first@example.test",
                            "language", "ZH",
                            "password", PASSWORD));
        });
    }

    private static void openSetup() throws SQLException {
        Rows.change("insert into installation (key, value) values ('setup-code', encode(sha256('ABCD2345'), 'hex'))"
                + " on conflict (key) do update set value = excluded.value");
    }

    private static void factor(long person) throws SQLException {
        Rows.change("delete from recovery_code where account_id = ?", person);
        Rows.change(
                "insert into second_factor (account_id, secret, confirmed_at) values (?, '\\x01', now())"
                        + " on conflict (account_id) do update set confirmed_at = now()",
                person);
        Rows.change(
                "insert into recovery_code (account_id, hash) values (?, sha256(convert_to(?, 'UTF8')))",
                person,
                RECOVERY.replace("-", ""));
    }

    private static long suspended(Situation s) throws SQLException {
        long person = s.officer();
        Rows.change("update account set suspended_at = now() where id = ?", person);
        return person;
    }

    private static long invited(Situation s) throws SQLException {
        long person = s.officer();
        Situation.token("INVITATION", person, null);
        return person;
    }

    private static long withFactor(Situation s) throws SQLException {
        long person = s.officer();
        factor(person);
        return person;
    }

    private static Call about(Situation s, String people, long person, String rest) throws SQLException {
        return Call.to(people + person + "/" + rest).about(s.path());
    }

    /** One of whose address the mail server knows nothing. */
    private static long barred(Situation s) throws SQLException {
        long person = s.officer();
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason) select lower(mail), org_path, 'BOUNCED', '样例'"
                        + " from account where id = ? on conflict do nothing",
                person);
        return person;
    }

    private static void people(Map<String, Samples.Sample> all, String route, String path) {
        all.put(route + "invitation", s -> about(s, path, s.officer(), "invitation")
                .form(Map.of()));
        all.put(route + "invitation/withdrawal", s -> about(s, path, invited(s), "invitation/withdrawal")
                .form(Map.of()));
        all.put(route + "mail-again", s -> about(s, path, barred(s), "mail-again")
                .form(Map.of()));
        all.put(route + "suspension", s -> about(s, path, s.officer(), "suspension")
                .form(Map.of()));
        all.put(route + "suspension/end", s -> about(s, path, suspended(s), "suspension/end")
                .form(Map.of()));
        all.put(route + "password-reset", s -> about(s, path, s.officer(), "password-reset")
                .form(Map.of()));
        all.put(route + "second-factor/reset", s -> about(s, path, withFactor(s), "second-factor/reset")
                .form(Map.of()));
        all.put(route + "sessions/end", s -> about(s, path, s.officer(), "sessions/end")
                .form(Map.of()));
    }

    private static void api(Map<String, Samples.Sample> all) {
        String path = "/api/v1/people/";
        all.put("POST /api/v1/people", s -> Call.to("/api/v1/people").json(json(officer(s))));
        all.put("GET /api/v1/people/{id}/access", s -> about(s, path, s.officer(), "access"));
        all.put("POST /api/v1/people/{id}/invitation", s -> about(s, path, s.officer(), "invitation"));
        all.put("DELETE /api/v1/people/{id}/invitation", s -> about(s, path, invited(s), "invitation"));
        all.put("PUT /api/v1/people/{id}/suspension", s -> about(s, path, s.officer(), "suspension"));
        all.put("DELETE /api/v1/people/{id}/suspension", s -> about(s, path, suspended(s), "suspension"));
        all.put("POST /api/v1/people/{id}/password-reset", s -> about(s, path, s.officer(), "password-reset"));
        all.put("DELETE /api/v1/people/{id}/second-factor", s -> about(s, path, withFactor(s), "second-factor"));
        all.put("DELETE /api/v1/people/{id}/sessions", s -> about(s, path, s.officer(), "sessions"));
    }

    private static Map<String, String> officer(Situation s) throws SQLException {
        return Map.of(
                "login", Situation.unique("invited."),
                "nameZh", "样例",
                "mail", "invited@example.test",
                "language", "ZH",
                "unitId", Long.toString(s.unitId()),
                "role", s.role(),
                "validFrom", Situation.today().toString());
    }

    private static String json(Map<String, String> fields) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(name.equals("unitId") ? value : '"' + value + '"'));
        return json.append('}').toString();
    }

    private static void profile(Map<String, Samples.Sample> all) {
        all.put("POST /me", s -> Call.to("/me").form(particulars(s.actor())));
        all.put("POST /me/mail", s -> Call.to("/me/mail").form(Map.of("mail", "me@example.test")));
        all.put("POST /me/password", s -> {
            forget(s.actor().account());
            return Call.to("/me/password")
                    .form(Map.of("password", PASSWORD + s.actor().account()));
        });
        all.put("POST /me/sessions/end", s -> Call.to("/me/sessions/end").form(Map.of()));
        all.put("POST /me/sessions/{id}/end", s -> Call.to("/me/sessions/" + session() + "/end")
                .form(Map.of())
                .ownedBy(Caller.account("shekou.officer")));
        all.put("POST /me/second-factor", s -> {
            forget(s.actor().account());
            return Call.to("/me/second-factor").form(Map.of());
        });
        all.put("POST /me/second-factor/confirmation", s -> Call.to("/me/second-factor/confirmation")
                .form(Map.of("code", code(s.actor()))));
        all.put("POST /me/second-factor/codes", s -> withOwnFactor(s, "codes"));
        all.put("POST /me/second-factor/removal", s -> withOwnFactor(s, "removal"));
    }

    private static Call withOwnFactor(Situation s, String rest) throws SQLException {
        if (s.actor().role() != null) {
            forget(s.actor().account());
            factor(s.actor().account());
        }
        return Call.to("/me/second-factor/" + rest).form(Map.of());
    }

    private static Map<String, String> particulars(Actor actor) throws SQLException {
        Map<String, String> form =
                new HashMap<>(Map.of("nameZh", "样例", "language", "ZH", "timeZone", "Asia/Shanghai", "version", "0"));
        if (actor.role() != null) {
            Rows.Row row = Rows.one("select name_zh, name_en, version from account where id = ?", actor.account());
            form.put("nameZh", row.text("name_zh"));
            form.put("nameEn", row.text("name_en"));
            form.put("version", row.text("version"));
        }
        return form;
    }

    private static void forget(long account) throws SQLException {
        Rows.change("delete from credential where account_id = ?", account);
        Rows.change("delete from former_password where account_id = ?", account);
        Rows.change("delete from recovery_code where account_id = ?", account);
        Rows.change("delete from second_factor where account_id = ?", account);
    }

    private static long session() throws SQLException {
        return Rows.number(
                "insert into session (token_hash, account_id, expires_at, address)"
                        + " values (sha256(convert_to(?, 'UTF8')), ?, now() + interval '1 hour', '127.0.0.1') returning id",
                Situation.unique("session"),
                Caller.account("shekou.officer"));
    }

    /** The code an app would show, of a secret just made by way of the pages. */
    private static String code(Actor actor) throws SQLException {
        if (actor.role() == null) {
            return "000000";
        }
        forget(actor.account());
        actor.caller().form("/me/second-factor", Map.of());
        return code(actor.caller().get("/me/second-factor").body());
    }

    /** The present code of the secret a page shows. */
    static String code(String page) {
        Matcher secret = SECRET.matcher(page);
        if (!secret.find()) {
            throw new IllegalStateException("no secret on the page");
        }
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(bytes(secret.group(1).replace(" ", "")), "HmacSHA1"), Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : base32.toCharArray()) {
            buffer = (buffer << 5) | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
