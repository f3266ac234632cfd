package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;

/** Requests about mailings of campaigns, their recipients and their letters. */
final class MailingSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String DESK = "/desk/campaigns/{id}/mailings";
    private static final String API = "/api/v1/campaigns/{id}/mailings";
    private static final String ONE = "/{mailing}";
    private static final String PERSON = "/letters/{person}";
    private static final String REASON = "{\"reason\":\"样例\"}";
    private static final String TRIAL = "{\"audience\":\"ALL\",\"language\":\"ZH\"}";
    private static final String MAILING =
            "{\"titleZh\":\"样例\",\"states\":[\"UNTOUCHED\"],\"sendDay\":\"2099-01-01\",\"texts\":["
                    + "{\"audience\":\"ALL\",\"subjectZh\":\"样例\",\"bodyZh\":\"样例\"}]}";
    private static final Map<String, String> FIELDS = Map.of("version", "0", "reason", "样例");

    /** One of them in words: where it lies, and somebody it goes to. */
    private record Made(long campaign, long mailing, long person) {}

    static {
        ALL.put("GET " + DESK, s -> of(s, DESK));
        ALL.put("GET " + API, s -> of(s, API));
        ALL.put("GET " + DESK + "/new", s -> of(s, DESK + "/new"));
        ALL.put("POST " + DESK, s -> mine(s, of(s, DESK).form(typed()), 409));
        ALL.put("POST " + API, s -> mine(s, of(s, API).json(MAILING), 409));
        for (String path : List.of(DESK + ONE, API + ONE, API + ONE + "/recipients", API + ONE + "/previews")) {
            ALL.put("GET " + path, s -> one(s, path, "REVIEW"));
        }
        for (String path : List.of(DESK + ONE + PERSON, API + ONE + PERSON, API + ONE + "/letters")) {
            ALL.put("GET " + path, s -> one(s, path, "SENT"));
        }
        ALL.put("GET " + DESK + ONE + "/edit", s -> mine(s, one(s, DESK + ONE + "/edit", "DRAFT"), 403));
        ALL.put(
                "POST " + DESK + ONE + "/edit",
                s -> mine(s, one(s, DESK + ONE + "/edit", "DRAFT").form(typed()), 403));
        ALL.put(
                "PUT " + API + ONE,
                s -> mine(s, one(s, API + ONE, "DRAFT").json(MAILING).ifMatch(0), 403));
        ALL.put("DELETE " + API + ONE, s -> mine(s, one(s, API + ONE, "DRAFT").ifMatch(0), 403));
        step("/submission", "DRAFT", null);
        step("/approval", "REVIEW", null);
        step("/return", "REVIEW", REASON);
        step("/withdrawal", "APPROVED", REASON);
        step("/resumption", "STOPPED", null);
        ALL.put(
                "POST " + DESK + ONE + "/discard",
                s -> mine(s, one(s, DESK + ONE + "/discard", "DRAFT").form(FIELDS), 403));
        ALL.put(
                "POST " + DESK + ONE + "/trial",
                s -> mine(
                        s,
                        one(s, DESK + ONE + "/trial", "DRAFT").form(Map.of("audience", "ALL", "language", "ZH")),
                        403));
        ALL.put(
                "POST " + API + ONE + "/trial",
                s -> mine(s, one(s, API + ONE + "/trial", "DRAFT").json(TRIAL), 403));
        for (String list : List.of("recipients", "letters")) {
            String path = "/desk/campaigns/" + list;
            String status = list.equals("letters") ? "SENT" : "REVIEW";
            ALL.put(
                    "GET " + path,
                    s -> Call.to(path + "?mailing=" + made(s, status).mailing()));
            ALL.put(
                    "GET " + path + "/export",
                    s -> Call.to(path + "/export?format=csv&mailing="
                            + made(s, status).mailing()));
        }
    }

    private MailingSamples() {}

    private static void step(String step, String status, @org.jspecify.annotations.Nullable String body) {
        String desk = DESK + ONE + step;
        ALL.put("POST " + desk, s -> mine(s, one(s, desk, status).form(FIELDS), 403));
        String api = API + ONE + step;
        ALL.put("POST " + api, s -> {
            Call call = mine(s, one(s, api, status).ifMatch(0), 403);
            return body == null ? call : call.json(body);
        });
    }

    private static Map<String, String> typed() {
        Map<String, String> fields = new HashMap<>(Map.of(
                "titleZh", "样例",
                "target", "ALL",
                "states", "UNTOUCHED",
                "sendDay", "2099-01-01",
                "audiences", "ALL",
                "allSubjectZh", "样例",
                "allBodyZh", "样例",
                "version", "0"));
        return fields;
    }

    /** Who stands elsewhere reads it and changes nothing. */
    private static Call mine(Situation s, Call call, int refused) throws SQLException {
        return s.path().equals(s.actor().path()) ? call : call.refusedWith(refused);
    }

    private static Call of(Situation s, String path) throws SQLException {
        return Call.to(path.replace("{id}", Long.toString(CampaignSamples.campaign(s, "RUNNING"))))
                .about(s.path());
    }

    private static Call one(Situation s, String path, String status) throws SQLException {
        Made made = made(s, status);
        return Call.to(path.replace("{id}", Long.toString(made.campaign()))
                        .replace("{mailing}", Long.toString(made.mailing()))
                        .replace("{person}", Long.toString(made.person())))
                .about(s.path());
    }

    private static Made made(Situation s, String status) throws SQLException {
        long campaign = CampaignSamples.campaign(s, "RUNNING");
        long enterprise = EnterpriseSamples.newEnterprise(s);
        long person = stock(campaign, enterprise, "样例");
        return new Made(campaign, mailing(s, campaign, status, person), person);
    }

    /** An enterprise in scope with somebody to write to. */
    static long stock(long campaign, long enterprise, String name) throws SQLException {
        Rows.change(
                "insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path, audience,"
                        + " track, priority) select id, ?, unit_id, org_path, unit_id, org_path, 'ALL', 'NONE', 100000000"
                        + " from enterprise where id = ? on conflict do nothing",
                campaign,
                enterprise);
        return Rows.number(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, language, mail, purpose, legal_basis)"
                        + " select id, unit_id, org_path, ?, 'zh', 'sample' || id || '@example.test', 'OUTREACH',"
                        + " 'STATUTORY_DUTY' from enterprise where id = ? returning id",
                name,
                enterprise);
    }

    private static long mailing(Situation s, long campaign, String status, long person) throws SQLException {
        boolean stopped = status.equals("STOPPED");
        long author = s.person();
        long mailing = mailing(campaign, s.path(), stopped ? "APPROVED" : status, author, s.person());
        if (stopped) {
            Rows.change(
                    "with j as (insert into job (kind, account_id, assignment_id, org_path, status, started_at, finished_at,"
                            + " parameters) values ('send-mailing', ?, ?, ?, 'CANCELLED', now(), now(),"
                            + " jsonb_build_object('mailing', cast(? as bigint))) returning id)"
                            + " update campaign_mailing g set job_id = j.id from j where g.id = ?",
                    author,
                    s.assignment(author),
                    s.path(),
                    mailing,
                    mailing);
        }
        if (status.equals("SENT")) {
            letter(mailing, person, "样例");
        }
        Rows.change("update campaign_mailing set submitted_as = ? where id = ?", CampaignSamples.role(s), mailing);
        return mailing;
    }

    /** A mailing of a unit with a text for every audience. */
    static long mailing(long campaign, String path, String status, long author, long second) throws SQLException {
        long mailing = Rows.number(
                "insert into campaign_mailing (campaign_id, unit_id, org_path, title_zh, states, send_at, status, author_id,"
                        + " approved_by, approved_at) select ?, id, org_path, '样例',"
                        + " array['UNTOUCHED', 'TOUCHED', 'REACHED', 'UNREACHABLE'], '2099-01-01', ?, ?,"
                        + " case when ? then cast(? as bigint) end, now() from unit where org_path = ? returning id",
                campaign,
                status,
                author,
                !status.equals("DRAFT") && !status.equals("REVIEW"),
                second,
                path);
        Rows.change(
                "insert into campaign_mailing_text (mailing_id, audience, subject_zh, body_zh)"
                        + " select ?, a, '样例', '样例' from unnest(array['ALL', 'PROSPECTIVE', 'AEO']) a",
                mailing);
        return mailing;
    }

    /** A letter of it that has left. */
    static void letter(long mailing, long person, String subject) throws SQLException {
        Rows.change(
                "with m as (insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status, sent_at, enterprise_id) select '<mailing.' || c.id || '@example.test>',"
                        + " 'campaign-mailing', 'zh', c.mail, c.name_zh, ?, '样例', '样例', g.org_path, 'SENT', now(),"
                        + " c.enterprise_id from contact_person c, campaign_mailing g where c.id = ? and g.id = ? returning id)"
                        + " insert into campaign_mailing_letter (mailing_id, enterprise_id, person_id, audience, status, mail_id,"
                        + " address_key, left_at) select ?, c.enterprise_id, c.id, 'ALL', 'SENT', m.id, mail_key(c.mail), now()"
                        + " from contact_person c, m where c.id = ?",
                subject,
                person,
                mailing,
                mailing,
                person);
    }
}
