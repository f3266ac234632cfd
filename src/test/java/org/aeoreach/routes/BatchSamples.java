package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.testing.Rows;

/** Requests about many enquiries at once, and about templates of answers over REST. */
final class BatchSamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String DESK = "/desk/enquiries/batches";
    private static final String API = "/api/v1/enquiry-batches";
    private static final String TEMPLATES = "/api/v1/enquiry-templates";

    static {
        ALL.put("POST /desk/enquiries/choice", s -> Call.to("/desk/enquiries/choice")
                .form(Map.of("id", Long.toString(SampleEnquiry.at(unit(s)).id()), "action", "ANSWER")));
        ALL.put("POST " + DESK, s -> Call.to(DESK).form(Map.of("deed", "TAG", "tags", "样例", "chosen", own(s))));
        ALL.put("POST " + API, s -> Call.to(API)
                .json("{\"deed\":\"TAG\",\"tags\":\"样例\",\"chosen\":[\"" + own(s) + "\"]}"));
        ALL.put("GET " + DESK + "/{id}", s -> sent(s, DESK, ""));
        ALL.put("GET " + API + "/{id}", s -> sent(s, API, ""));
        ALL.put("POST " + DESK + "/{id}/undo", s -> sent(s, DESK, "/undo").form(Map.of()));
        ALL.put("POST " + API + "/{id}/undo", s -> sent(s, API, "/undo"));
        ALL.put("GET " + TEMPLATES + "/{id}", s -> template(s, ""));
        ALL.put("PUT " + TEMPLATES + "/{id}", s -> template(s, "").json(body()).ifMatch(0));
        for (String part : new String[] {"/archiving", "/restoring"}) {
            ALL.put("POST " + TEMPLATES + "/{id}" + part, s -> template(s, part).ifMatch(0));
        }
        ALL.put("POST " + TEMPLATES, s -> Call.to(TEMPLATES).json(body()));
    }

    private BatchSamples() {}

    /** The caller's own, so that he may work there; for who has none, that of the situation. */
    private static String unit(Situation s) {
        String[] codes = s.actor().path().split("[.]");
        String last = codes[codes.length - 1];
        return last.isEmpty() ? s.unit() : last;
    }

    private static String own(Situation s) throws SQLException {
        return SampleEnquiry.at(unit(s)).id() + "-0";
    }

    /** An answer of the caller's that has not gone out where he may work, of another's elsewhere. */
    private static Call sent(Situation s, String path, String part) throws SQLException {
        boolean own = s.actor().role() != null && s.actor().covers(s.path());
        long author = own ? s.actor().account() : s.person();
        SampleEnquiry enquiry = SampleEnquiry.at(s.unit());
        Rows.change(
                "update enquiry_work set status = 'ANSWERED', due_at = null, warn_at = null, clock_since = null,"
                        + " total_due_at = null where enquiry_id = ?",
                enquiry.id());
        Rows.change("update enquiry_step set left_at = now(), passed = 'ANSWERED' where enquiry_id = ?", enquiry.id());
        long batch = Rows.number(
                "insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority,"
                        + " goes_at, batch) select ?, 'ANSWER', 'zh', '样例', ?, id, 'HOUSE', 'GUIDANCE', now() + interval"
                        + " '1 hour', nextval('enquiry_batch_seq') from unit where code = ? returning batch",
                enquiry.id(),
                author,
                s.unit());
        return Call.to(path + "/" + batch + part).ownedBy(author);
    }

    private static String body() {
        return "{\"templateName\":\"样例" + System.nanoTime() + "\",\"bodyZh\":\"{咨询人}：样例\"}";
    }

    private static Call template(Situation s, String part) throws SQLException {
        long id = Rows.number(
                "insert into enquiry_template (unit_id, org_path, name, body_zh) values (?, ?, '样例' || clock_timestamp(),"
                        + " '样例') returning id",
                s.unitId(),
                s.path());
        return Call.to(TEMPLATES + "/" + id + part).about(s.path());
    }
}
