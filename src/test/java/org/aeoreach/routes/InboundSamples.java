package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** Requests about mail that came in and the mailboxes it came to. */
final class InboundSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        for (String root : new String[] {"/desk", "/api/v1"}) {
            ALL.put("GET " + root + "/mail/inbound/{id}", s -> mail(s, root, "AUTOMATIC", null, ""));
            ALL.put(
                    "POST " + root + "/mail/inbound/{id}/again",
                    s -> sent(root, mail(s, root, "AUTOMATIC", null, "/again")));
            ALL.put(
                    "POST " + root + "/mail/inbound/{id}/close",
                    s -> sent(root, mail(s, root, null, "FAULT", "/close")));
            ALL.put("GET " + root + "/mail/mailboxes/{id}", s -> mailbox(s, root, ""));
            ALL.put("POST " + root + "/mail/mailboxes/{id}/on", s -> sent(root, mailbox(s, root, "/on")));
            ALL.put("POST " + root + "/mail/mailboxes/{id}/off", s -> sent(root, mailbox(s, root, "/off")));
        }
        ALL.put("GET /desk/mail/inbound/{id}/source", s -> mail(s, "/desk", "AUTOMATIC", null, "/source"));
        ALL.put("POST /desk/mail/mailboxes/new", s -> Call.to("/desk/mail/mailboxes/new")
                .form(Map.of("unitId", Long.toString(free(s)), "address", address()))
                .about(s.path()));
        ALL.put("POST /api/v1/mail/mailboxes", s -> Call.to("/api/v1/mail/mailboxes")
                .json("{\"unitId\":" + free(s) + ",\"address\":\"" + address() + "\"}")
                .about(s.path()));
    }

    private InboundSamples() {}

    private static Call sent(String root, Call call) {
        return root.equals("/desk") ? call.form(Map.of()) : call.json("");
    }

    private static Call mailbox(Situation s, String root, String part) throws SQLException {
        return Call.to(root + "/mail/mailboxes/" + mailbox(s) + part).about(s.path());
    }

    private static Call mail(Situation s, String root, @Nullable String became, @Nullable String reason, String part)
            throws SQLException {
        long id = Rows.number(
                "insert into inbound_mail (mailbox_id, unit_id, org_path, uidvalidity, uid, sha256, content_key, raw, bytes,"
                        + " sender, subject, spf, dmarc, doubtful, status, became, reason) select b.id, b.unit_id, b.org_path, 1, ?,"
                        + " sha256('x'), sha256(convert_to(?, 'UTF8')), convert_to(?, 'UTF8'), 10, 'a@example.test', '样例', 'softfail', 'fail', true,"
                        + " case when cast(? as text) is null then 'DONE' else 'ASIDE' end, cast(? as text), cast(? as text)"
                        + " from mailbox b where b.id = ? returning id",
                COUNT.incrementAndGet(),
                "sample " + COUNT.get() + System.nanoTime(),
                "From: a@example.test\r\n\r\n样例",
                reason,
                became,
                reason,
                mailbox(s));
        // What is tried again there waits: nobody reads the mailbox.
        Rows.change("update mailbox set active = false where org_path = ?", s.path());
        return Call.to(root + "/mail/inbound/" + id + part).about(s.path());
    }

    private static String address() {
        return "box" + COUNT.incrementAndGet() + "@customs.test";
    }

    private static long mailbox(Situation s) throws SQLException {
        return Rows.number(
                "insert into mailbox (unit_id, org_path, address) select id, org_path, ? from unit where org_path = ?"
                        + " on conflict (unit_id) do update set version = mailbox.version returning id",
                address(),
                s.path());
    }

    /** A unit that has no mailbox. */
    private static long free(Situation s) throws SQLException {
        Rows.change("delete from inbound_mail where org_path = ?", s.path());
        Rows.change("delete from mailbox where org_path = ?", s.path());
        return Rows.number("select id from unit where org_path = ?", s.path());
    }
}
