package org.aeoreach.routes;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.Rows;

/** Requests about documents, which everybody may read. */
final class LibrarySamples {

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    private static final String DOCUMENT = "policy-order-282";

    private static final String SHA256 = "aa".repeat(32);

    private static final String UPLOAD = "--sample\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n0\r\n"
            + "--sample\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sample.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n%PDF-1.7 sample\r\n--sample--\r\n";

    private static final String FACTS = "jsonb_build_object('kind', 'SERVICE_GUIDE', 'certainty', 'CONFIRMED', 'owner',"
            + " u.code, 'archived', false, 'audience', '[\"AEO\"]'::jsonb, 'tracks', '[]'::jsonb, 'topics',"
            + " '[\"keep\"]'::jsonb, 'journey', '[]'::jsonb, 'sources', '[]'::jsonb, 'files', jsonb_build_array(jsonb_build_object('sha256',"
            + " repeat('aa', 32), 'name', 'sample.csv', 'mediaType', 'text/csv', 'bytes', 6)))";

    static {
        ALL.put("POST /portal/subscribe", s -> Call.to("/portal/subscribe")
                .form(Map.of(
                        "mail",
                        "news" + System.nanoTime() + "@example.test",
                        "topics",
                        "repair",
                        "language",
                        "ZH",
                        "cadence",
                        "DAILY")));
        ALL.put("GET /portal/subscribe/{token}", s -> Call.to("/portal/subscribe/" + asked()));
        ALL.put("POST /portal/subscribe/{token}", s -> Call.to("/portal/subscribe/" + asked())
                .form(Map.of()));
        ALL.put("GET /portal/library/documents/{code}", s -> Call.to("/portal/library/documents/" + DOCUMENT));
        ALL.put("GET /api/v1/documents/{id}", s -> Call.to("/api/v1/documents/" + DOCUMENT));
        ALL.put("GET /api/v1/documents/{id}/asOf", s -> Call.to("/api/v1/documents/" + DOCUMENT + "/asOf"));
        ALL.put("GET /api/v1/documents/{id}/versions", s -> Call.to("/api/v1/documents/" + DOCUMENT + "/versions"));
        ALL.put(
                "GET /api/v1/documents/{id}/versions/{version}",
                s -> Call.to("/api/v1/documents/" + DOCUMENT + "/versions/1"));
        ALL.put(
                "GET /portal/library/documents/{code}/feedback",
                s -> Call.to("/portal/library/documents/" + DOCUMENT + "/feedback"));
        ALL.put("POST /portal/library/documents/{code}/feedback", s -> Call.to(
                        "/portal/library/documents/" + DOCUMENT + "/feedback")
                .form(Map.of("helpful", "false", "reason", "UNCLEAR", "words", "样例")));
        ALL.put("POST /api/v1/documents:import", s -> Call.to("/api/v1/documents:import")
                .body(
                        "application/x-ndjson",
                        "{\"externalId\":\"sample-" + System.nanoTime() + "\",\"kind\":\"TERM\",\"language\":\"zh\","
                                + "\"title\":\"样例\",\"text\":\"样例\"}\n"));
        ALL.put("POST /portal/library/followed", s -> Call.to("/portal/library/followed")
                .form(Map.of("what", "DOCUMENT", "target", DOCUMENT, "cadence", "DAILY")));
        ALL.put("GET /desk/library/{id}", s -> Call.to("/desk/library/" + document(s)));
        ALL.put(
                "GET /desk/library/{id}/versions/{version}",
                s -> Call.to("/desk/library/" + document(s) + "/versions/1"));
        ALL.put("POST /desk/library/{id}/draft", s -> Call.to("/desk/library/" + document(s) + "/draft")
                .form(Map.of())
                .about(s.path()));
        ALL.put("GET /desk/library/{id}/archiving", s -> Call.to("/desk/library/" + document(s) + "/archiving")
                .about(s.path()));
        ALL.put("POST /desk/library/{id}/archiving", s -> Call.to("/desk/library/" + document(s) + "/archiving")
                .form(Map.of("archive", "true", "reason", "样例"))
                .about(s.path()));
        ALL.put("GET /desk/library/{id}/keeper", s -> Call.to("/desk/library/" + document(s) + "/keeper")
                .about(s.path()));
        ALL.put("POST /desk/library/{id}/keeper", s -> Call.to("/desk/library/" + document(s) + "/keeper")
                .form(Map.of("unit", "0100", "reason", "样例", "version", "1"))
                .about(s.path()));
        ALL.put("GET /desk/library/{id}/newer", s -> Call.to("/desk/library/" + newer(s) + "/newer"));
        ALL.put("POST /desk/library/{id}/newer", s -> Call.to("/desk/library/" + newer(s) + "/newer")
                .form(Map.of())
                .about(s.path()));
        ALL.put("POST /desk/library/new", s -> Call.to("/desk/library/new")
                .form(Map.of("kind", "SERVICE_GUIDE", "code", "sample-" + System.nanoTime())));
        for (String part : new String[] {"", "/preview"}) {
            ALL.put("GET /desk/library/drafts/{id}" + part, s -> Call.to(
                            "/desk/library/drafts/" + draft(s, "DRAFT") + part)
                    .about(s.path()));
        }
        ALL.put("GET /portal/library/documents/{code}/files/{digest}", s -> {
            s.file();
            return Call.to("/portal/library/documents/" + withFile(s) + "/files/" + SHA256);
        });
        ALL.put("GET /desk/library/drafts/{id}/files/{digest}", s -> {
            s.file();
            return Call.to("/desk/library/drafts/" + draft(s, "DRAFT") + "/files/" + SHA256)
                    .about(s.path());
        });
        ALL.put("GET /desk/library/drafts/{id}/files", s -> Call.to(
                        "/desk/library/drafts/" + draft(s, "DRAFT") + "/files")
                .about(s.path()));
        ALL.put("POST /desk/library/drafts/{id}/files", s -> Call.to(
                        "/desk/library/drafts/" + draft(s, "DRAFT") + "/files")
                .body("multipart/form-data; boundary=sample", UPLOAD)
                .about(s.path()));
        ALL.put(
                "POST /desk/library/drafts/{id}/files/removal",
                s -> draft(s, "DRAFT", "/files/removal", Map.of("sha256", SHA256)));
        ALL.put("POST /desk/library/drafts/{id}", s -> draft(s, "DRAFT", "", writing()));
        ALL.put("POST /desk/library/drafts/{id}/discard", s -> draft(s, "DRAFT", "/discard", Map.of()));
        ALL.put("POST /desk/library/drafts/{id}/base", s -> draft(s, "DRAFT", "/base", Map.of()));
        ALL.put("POST /desk/library/drafts/{id}/approval", s -> draft(s, "IN_REVIEW", "/approval", Map.of()));
        ALL.put("POST /desk/library/drafts/{id}/return", s -> draft(s, "IN_REVIEW", "/return", Map.of("answer", "样例")));
    }

    private static Map<String, String> writing() {
        return Map.of(
                "zhTitle", "样例", "zhMarkdown", "样例", "certainty", "CONFIRMED", "audience", "AEO", "topics", "keep");
    }

    private static Call draft(Situation s, String state, String part, Map<String, String> fields) throws SQLException {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("version", "0");
        return Call.to("/desk/library/drafts/" + draft(s, state) + part)
                .form(all)
                .about(s.path());
    }

    private static long draft(Situation s, String state) throws SQLException {
        return Rows.number(
                "insert into document_draft (code, unit_id, org_path, state, facts, zh_title, zh_markdown, base_version,"
                        + " author_id, submitted_by) select 'sample-' || nextval('document_draft_seq'), u.id, u.org_path, ?,"
                        + FACTS + ", '样例', '样例', 0, a.id, a.id from unit u, account a where u.id = ? and a.id = ?"
                        + " returning id",
                state,
                s.unitId(),
                s.person());
    }

    private static String withFile(Situation s) throws SQLException {
        long id = document(s);
        Rows.change(
                "insert into document_file (document_id, position, sha256, name, media_type, bytes) values (?, 1, ?,"
                        + " 'sample.csv', 'text/csv', 6)",
                id,
                SHA256);
        return Rows.one("select code from document where id = ?", id).text("code");
    }

    private static long newer(Situation s) throws SQLException {
        long id = document(s);
        Rows.change("update document set newer_file = true where id = ?", id);
        Rows.change(
                "insert into document_newer_file (document_id, content) select document_id, content from document_version"
                        + " where document_id = ?",
                id);
        return id;
    }

    private static long document(Situation s) throws SQLException {
        long id = Rows.number(
                "insert into document (code, kind, certainty, unit_id, org_path, origin, digest, sort_key) select"
                        + " 'sample-page-' || nextval('document_seq'), 'SERVICE_GUIDE', 'CONFIRMED', id, org_path, 'DESK', '', '~'"
                        + " from unit where id = ? returning id",
                s.unitId());
        Rows.change(
                "insert into document_text (document_id, language, title, markdown) values (?, 'zh', '样例', '样例')", id);
        Rows.change(
                "insert into document_version (document_id, version, content, origin) select ?, 1, " + FACTS
                        + " || '{\"links\":[],\"texts\":{\"zh\":{\"title\":\"样例\",\"summary\":\"\",\"markdown\":\"样例\"}}}',"
                        + " 'DESK' from unit u where u.id = ?",
                id,
                s.unitId());
        return id;
    }

    private LibrarySamples() {}

    /** The secret of a letter to somebody who wants news by mail. */
    private static String asked() throws SQLException {
        String link = "N".repeat(23) + "%020d".formatted(System.nanoTime());
        Rows.change(
                "insert into library_subscription_request (hash, address, topics, language, cadence, expires_at)"
                        + " values (sha256(convert_to(?, 'UTF8')), ? || '@example.test', array['repair'], 'zh', 'DAILY',"
                        + " now() + interval '1 day')",
                link,
                link.toLowerCase(java.util.Locale.ROOT));
        return link;
    }
}
