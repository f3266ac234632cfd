package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Rows;

/** Requests about the sending of mail and the addresses none goes to. Mail that was stopped goes on at the next sample. */
final class MailSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        ALL.put("POST /desk/mail/control/stop", s -> stopped(false, "/desk/mail/control/stop")
                .form(Map.of("reason", "样例")));
        ALL.put("POST /api/v1/mail/control/stop", s -> stopped(false, "/api/v1/mail/control/stop")
                .json("{\"reason\":\"样例\"}"));
        ALL.put("POST /desk/mail/control/go-on", s -> stopped(true, "/desk/mail/control/go-on")
                .form(Map.of()));
        ALL.put("POST /api/v1/mail/control/go-on", s -> stopped(true, "/api/v1/mail/control/go-on")
                .json(""));
        ALL.put("POST /desk/mail/control/rates", s -> stopped(false, "/desk/mail/control/rates")
                .form(Map.of(
                        "version",
                        Long.toString(version()),
                        "perSecond",
                        "500",
                        "perDomain",
                        Integer.toString(100 + COUNT.incrementAndGet()),
                        "domains",
                        "")));
        ALL.put("PUT /api/v1/mail/control/rates", s -> stopped(false, "/api/v1/mail/control/rates")
                .json("{\"perSecond\":500,\"perDomain\":" + (100 + COUNT.incrementAndGet()) + ",\"domains\":[]}")
                .ifMatch(version()));
        ALL.put("POST /desk/mail/blocks/new", s -> Call.to("/desk/mail/blocks/new")
                .form(Map.of("address", address(), "reason", "样例")));
        ALL.put("POST /api/v1/mail/blocks", s -> Call.to("/api/v1/mail/blocks")
                .json("{\"address\":\"" + address() + "\",\"reason\":\"样例\"}"));
        ALL.put("GET /desk/mail/blocks/{id}", s -> Call.to("/desk/mail/blocks/" + block(s))
                .about(s.path()));
        ALL.put("POST /desk/mail/blocks/{id}/lift", s -> Call.to("/desk/mail/blocks/" + block(s) + "/lift")
                .form(Map.of())
                .about(s.path()));
        ALL.put("GET /api/v1/mail/blocks/{id}", s -> Call.to("/api/v1/mail/blocks/" + block(s))
                .about(s.path()));
        ALL.put("DELETE /api/v1/mail/blocks/{id}", s -> Call.to("/api/v1/mail/blocks/" + block(s))
                .about(s.path()));
        ALL.put("POST /desk/mail/senders/new", s -> Call.to("/desk/mail/senders/new")
                .form(Map.of(
                        "unitId",
                        Long.toString(unit(s)),
                        "validFrom",
                        "2099-01-01",
                        "address",
                        "sample@customs.example",
                        "nameZh",
                        "样例",
                        "nameEn",
                        "Sample"))
                .about(s.path()));
        ALL.put("POST /api/v1/mail/senders", s -> Call.to("/api/v1/mail/senders")
                .json("{\"unitId\":" + unit(s) + ",\"validFrom\":\"2099-01-01\",\"address\":\"sample@customs.example\","
                        + "\"nameZh\":\"样例\",\"nameEn\":\"Sample\",\"inherited\":false}")
                .about(s.path()));
        ALL.put("GET /portal/mail/{token}", s -> Call.to("/portal/mail/" + link(s)));
        ALL.put("POST /portal/mail/{token}", s -> Call.to("/portal/mail/" + link(s))
                .form(Map.of("topics", "LIBRARY")));
        ALL.put("GET /portal/mail/{token}/unsubscribe", s -> Call.to("/portal/mail/" + link(s) + "/unsubscribe"));
        ALL.put("POST /portal/mail/{token}/unsubscribe", s -> Call.to("/portal/mail/" + link(s) + "/unsubscribe")
                .form(Map.of("List-Unsubscribe", "One-Click")));
    }

    private MailSamples() {}

    /** The secret of a letter somebody got. */
    private static String link(Situation s) throws SQLException {
        String link = "L".repeat(36) + "%07d".formatted(COUNT.incrementAndGet());
        Rows.change("update mail set topic = 'CAMPAIGN', link = ? where id = ?", link, s.mail());
        return link;
    }

    private static Call stopped(boolean stopped, String path) throws SQLException {
        Rows.change(
                stopped
                        ? "update mail_control set stopped_at = now(), reason = '样例'"
                        : "update mail_control set stopped_at = null, stopped_by = null, reason = null");
        return Call.to(path);
    }

    private static long version() throws SQLException {
        return Rows.number("select version from mail_control");
    }

    private static long unit(Situation s) throws SQLException {
        return Rows.number("select id from unit where org_path = ?", s.path());
    }

    private static String address() {
        return "blocked" + COUNT.incrementAndGet() + "@example.test";
    }

    private static long block(Situation s) throws SQLException {
        return Rows.number(
                "insert into mail_block (address, org_path, cause, reason) values (?, ?, 'BOUNCED', '样例') returning id",
                address(),
                s.path());
    }
}
