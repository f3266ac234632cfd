package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** Requests about enquiries as officers work on them. */
final class DeskSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String DESK = "/desk/enquiries/{id}";
    private static final String TEMPLATES = "/desk/enquiries/templates";
    private static final String API = "/api/v1/enquiries/{id}";
    private static final String WORDS = "{\"body\":\"样例\"}";
    private static final String REASON = "{\"reason\":\"样例\"}";

    /** What an enquiry has to be for a request. */
    private interface Made {
        void of(SampleEnquiry enquiry, Situation situation) throws SQLException;
    }

    static {
        for (String part : new String[] {"", "/writing", "/passages", "/together"}) {
            ALL.put("GET " + DESK + part, s -> about(s, DESK + part, DeskSamples::plain));
        }
        ALL.put("POST " + DESK + "/template", s -> about(s, DESK + "/template", DeskSamples::plain)
                .form(Map.of("templateId", Long.toString(everywhere()))));
        form("/take", Map.of(), DeskSamples::plain);
        form("/release", Map.of(), DeskSamples::taken);
        form("/sorting", Map.of("priority", "1", "tags", "样例"), DeskSamples::plain);
        form("/notes", Map.of("body", "样例"), DeskSamples::plain);
        form("/drafts", Map.of("kind", "NOTE", "text", "样例"), DeskSamples::plain);
        form("/answer", Map.of("body", "样例"), DeskSamples::plain);
        form("/request", Map.of("body", "样例"), DeskSamples::plain);
        form("/closing", Map.of("reason", "样例"), DeskSamples::plain);
        form("/reopening", Map.of("reason", "样例"), DeskSamples::answered);
        form("/parting", Map.of(), DeskSamples::merged);
        form("/splitting", Map.of("subject", "样例", "body", "样例"), DeskSamples::plain);
        form("/rating/seen", Map.of(), DeskSamples::rated);
        ALL.put("POST " + DESK + "/assignment", s -> about(s, DESK + "/assignment", DeskSamples::plain)
                .form(Map.of("version", "0", "officerId", Long.toString(s.officer()))));
        ALL.put("PUT " + API + "/officer", s -> about(s, API + "/officer", DeskSamples::plain)
                .json("{\"officerId\":" + s.officer() + "}")
                .ifMatch(0));
        for (String part : new String[] {"/merging", "/links"}) {
            ALL.put("POST " + DESK + part, s -> about(s, DESK + part, DeskSamples::plain)
                    .form(Map.of("version", "0", "number", other(s))));
            ALL.put("POST " + API + part, s -> about(s, API + part, DeskSamples::plain)
                    .json("{\"number\":\"" + other(s) + "\"}")
                    .ifMatch(0));
        }
        ALL.put("POST " + DESK + "/messages/{message}/undo", s -> own(s, DESK).form(Map.of()));
        ALL.put("POST " + API + "/messages/{message}/undo", s -> own(s, API));
    }

    static {
        for (String part : new String[] {"", "/messages", "/notes", "/links"}) {
            ALL.put("GET " + API + part, s -> about(s, API + part, DeskSamples::plain));
        }
        json("POST", "/take", null, DeskSamples::plain);
        json("POST", "/release", null, DeskSamples::taken);
        json("PUT", "/sorting", "{\"priority\":1}", DeskSamples::plain);
        json("POST", "/notes", WORDS, DeskSamples::plain);
        json("PUT", "/draft", "{\"kind\":\"NOTE\",\"text\":\"样例\"}", DeskSamples::plain);
        json("POST", "/answer", WORDS, DeskSamples::plain);
        json("POST", "/request", WORDS, DeskSamples::plain);
        json("POST", "/closing", REASON, DeskSamples::plain);
        json("POST", "/reopening", REASON, DeskSamples::answered);
        json("POST", "/parting", null, DeskSamples::merged);
        json("POST", "/splitting", "{\"subject\":\"样例\",\"body\":\"样例\"}", DeskSamples::plain);
        ALL.put("GET /portal/rate/{token}", s -> Call.to("/portal/rate/" + token(s)));
        ALL.put("POST /portal/rate/{token}", s -> Call.to("/portal/rate/" + token(s))
                .form(Map.of("solved", "true", "ease", "5")));
    }

    static {
        Map<String, String> words = Map.of("templateName", "样例模板", "bodyZh", "{咨询人}：样例");
        ALL.put("POST " + TEMPLATES + "/new", s -> {
            Rows.change("delete from enquiry_template where name = '样例模板'");
            return Call.to(TEMPLATES + "/new").form(words);
        });
        ALL.put("GET " + TEMPLATES + "/{id}", s -> template(s, ""));
        ALL.put("POST " + TEMPLATES + "/{id}", s -> template(s, "")
                .form(Map.of("version", "0", "templateName", "样例" + System.nanoTime(), "bodyZh", "样例")));
        for (String part : new String[] {"/archiving", "/restoring"}) {
            ALL.put("POST " + TEMPLATES + "/{id}" + part, s -> template(s, part).form(Map.of("version", "0")));
        }
    }

    static {
        ALL.put("GET " + DESK + "/publication", s -> about(s, DESK + "/publication", DeskSamples::said));
        ALL.put("GET " + API + "/publication", s -> about(s, API + "/publication", DeskSamples::published));
        ALL.put("POST " + DESK + "/publication", s -> {
            SampleEnquiry enquiry = SampleEnquiry.at(s.unit());
            Map<String, String> fields = new TreeMap<>(Map.of("answerId", Long.toString(said(enquiry, s))));
            fields.putAll(
                    Map.of("zhTitle", "能否存放？", "zhAnswer", "可以。", "enTitle", "May it be kept?", "enAnswer", "Yes."));
            fields.putAll(Map.of("questionTopic", "keep", "questionAudience", "AEO"));
            return publication(enquiry, s, DESK).form(fields);
        });
        ALL.put("POST " + API + "/publication", s -> {
            SampleEnquiry enquiry = SampleEnquiry.at(s.unit());
            return publication(enquiry, s, API)
                    .json("{\"answerId\":" + said(enquiry, s)
                            + ",\"zhTitle\":\"能否存放？\",\"zhAnswer\":\"可以。\",\"enTitle\":\"May it be kept?\","
                            + "\"enAnswer\":\"Yes.\",\"questionTopic\":\"keep\",\"questionAudience\":\"AEO\"}");
        });
    }

    private DeskSamples() {}

    private static Call publication(SampleEnquiry enquiry, Situation s, String face) throws SQLException {
        return Call.to(face.replace("{id}", Long.toString(enquiry.id())) + "/publication")
                .about(s.path());
    }

    /** Answered some time ago, by a message of this number. */
    private static long said(SampleEnquiry enquiry, Situation s) throws SQLException {
        answered(enquiry, s);
        Rows.change("update enquiry set asker_name = '鎏' where id = ?", enquiry.id());
        return Rows.number(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority,"
                        + " goes_at) select ?, 'ANSWER', 'zh', '样例', ?, id, 'HOUSE', 'GUIDANCE', now() - interval '1 hour'"
                        + " from unit where code = ? returning id",
                enquiry.id(),
                s.officer(),
                s.unit());
    }

    private static void published(SampleEnquiry enquiry, Situation s) throws SQLException {
        long answer = said(enquiry, s);
        long draft = Rows.number(
                "insert into document_draft (code, unit_id, org_path, state, facts, base_version, author_id) values"
                        + " ('sample-' || nextval('document_draft_seq'), ?, ?, 'DRAFT', '{\"kind\":\"QUESTION\"}', 0, ?) returning id",
                s.unitId(),
                s.path(),
                s.officer());
        Rows.change(
                "insert into enquiry_publication (enquiry_id, message_id, draft_id, code, unit_id, org_path, account_id)"
                        + " select ?, ?, id, code, unit_id, org_path, author_id from document_draft where id = ?",
                enquiry.id(),
                answer,
                draft);
    }

    /** A template of this name. */
    static void stock(String name) throws SQLException {
        Rows.change(
                "insert into enquiry_template (unit_id, org_path, name, body_zh) select id, org_path, ?, '样例' from unit"
                        + " where code = '5304' on conflict do nothing",
                name);
    }

    private static Call template(Situation s, String part) throws SQLException {
        long id = Rows.number(
                "insert into enquiry_template (unit_id, org_path, name, body_zh) values (?, ?, '样例' || clock_timestamp(),"
                        + " '样例') returning id",
                s.unitId(),
                s.path());
        return Call.to(TEMPLATES + "/" + id + part).about(s.path());
    }

    /** The one template for all units. */
    private static long everywhere() throws SQLException {
        Rows.change("insert into enquiry_template (unit_id, org_path, name, body_zh) select id, org_path,"
                + " '样例通用', '样例' from unit where org_path = '0000.' on conflict do nothing");
        return Rows.number("select id from enquiry_template where org_path = '0000.' and name = '样例通用'");
    }

    private static void form(String part, Map<String, String> fields, Made made) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("version", "0");
        ALL.put("POST " + DESK + part, s -> about(s, DESK + part, made).form(all));
    }

    private static void json(String verb, String part, @Nullable String body, Made made) {
        ALL.put(verb + " " + API + part, s -> {
            Call call = about(s, API + part, made).ifMatch(0);
            return body == null ? call : call.json(body);
        });
    }

    private static Call about(Situation s, String path, Made made) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at(s.unit());
        made.of(enquiry, s);
        return Call.to(path.replace("{id}", Long.toString(enquiry.id()))).about(s.path());
    }

    private static void plain(SampleEnquiry enquiry, Situation s) {}

    private static void taken(SampleEnquiry enquiry, Situation s) throws SQLException {
        Rows.change("update enquiry_work set officer_id = ? where enquiry_id = ?", s.officer(), enquiry.id());
    }

    private static void answered(SampleEnquiry enquiry, Situation s) throws SQLException {
        Rows.change(
                "update enquiry_work set status = 'ANSWERED', due_at = null, warn_at = null, clock_since = null,"
                        + " total_due_at = null where enquiry_id = ?",
                enquiry.id());
        Rows.change("update enquiry_step set left_at = now(), passed = 'ANSWERED' where enquiry_id = ?", enquiry.id());
    }

    private static void merged(SampleEnquiry enquiry, Situation s) throws SQLException {
        Rows.change(
                "update enquiry set merged_into = ? where id = ?",
                SampleEnquiry.at(s.unit()).id(),
                enquiry.id());
    }

    private static void rated(SampleEnquiry enquiry, Situation s) throws SQLException {
        Rows.change(
                "insert into enquiry_rating (enquiry_id, unit_id, org_path, solved, ease) select id, unit_id, org_path,"
                        + " false, 1 from enquiry where id = ?",
                enquiry.id());
    }

    private static String other(Situation s) throws SQLException {
        return Rows.one(
                        "select number from enquiry where id = ?",
                        SampleEnquiry.at(s.unit()).id())
                .text("number");
    }

    /** Of an answer only its author takes back what has not gone out. */
    private static Call own(Situation s, String path) throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at(s.unit());
        answered(enquiry, s);
        long author = s.actor().account() == 0 ? s.officer() : s.actor().account();
        long message = Rows.number(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority,"
                        + " goes_at) select ?, 'ANSWER', 'zh', '样例', ?, id, 'HOUSE', 'GUIDANCE', now() + interval '1 hour'"
                        + " from unit where code = ? returning id",
                enquiry.id(),
                author,
                s.unit());
        return Call.to(path.replace("{id}", Long.toString(enquiry.id())) + "/messages/" + message + "/undo")
                .about(s.path());
    }

    private static String token(Situation s) throws SQLException {
        String token = "rate" + "0".repeat(31)
                + "%08d".formatted(SampleEnquiry.at(s.unit()).id());
        Rows.change(
                "insert into enquiry_token (hash, enquiry_id, purpose, expires_at) values (sha256(convert_to(?, 'UTF8')),"
                        + " ?, 'RATE', now() + interval '1 day')",
                token,
                Long.parseLong(token.substring(35)));
        return token;
    }
}
