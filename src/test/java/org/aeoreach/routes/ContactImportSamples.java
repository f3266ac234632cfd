package org.aeoreach.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;

/** Requests about imports of past contacts. The file is about an enterprise nobody has, so that nothing changes. */
final class ContactImportSamples {

    private static final String CSV = "day,enterprise_code,channel\n2026-01-05,9998ZZZZZZ,VISIT\n";
    private static final String PART = "--sample\r\nContent-Disposition: form-data; name=\"";
    private static final String FORM = PART + "file\"; filename=\"sample.csv\"\r\nContent-Type: text/csv\r\n\r\n" + CSV
            + "\r\n" + PART + "source\"\r\n\r\nsample\r\n--sample--\r\n";
    private static final String DESK = "/desk/touchpoints/imports/";
    private static final String API = "/api/v1/touchpoints/imports/";

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        ALL.put("POST /desk/touchpoints/imports/new", s -> Call.to("/desk/touchpoints/imports/new")
                .body("multipart/form-data; boundary=sample", FORM));
        for (String part : new String[] {"", "/columns", "/preview", "/rejected", "/undo"}) {
            ALL.put("GET " + DESK + "{id}" + part, s -> Call.to(DESK + made(s, "DONE") + part)
                    .about(s.path()));
        }
        ALL.put("POST " + DESK + "{id}/columns", s -> Call.to(DESK + made(s, "DRAFT") + "/columns")
                .body(
                        "application/x-www-form-urlencoded",
                        "mode=NEW&field=day&field=enterprise_code&field=channel&version=0")
                .about(s.path()));
        ALL.put(
                "POST " + DESK + "{id}/sheet",
                s -> form(s, "DRAFT", "/sheet", Map.of("sheet", "sample", "version", "0")));
        ALL.put("POST " + DESK + "{id}/start", s -> form(s, "DRAFT", "/start", Map.of("version", "0")));
        ALL.put("POST " + DESK + "{id}/undo", s -> form(s, "DONE", "/undo", Map.of("version", "0")));
        ALL.put("POST /api/v1/touchpoints/imports", s -> Call.to("/api/v1/touchpoints/imports")
                .body("text/csv", CSV));
        for (String part : new String[] {"", "/preview", "/rejected", "/rejected/file", "/kept"}) {
            ALL.put("GET " + API + "{id}" + part, s -> Call.to(API + made(s, "DONE") + part)
                    .about(s.path()));
        }
        ALL.put("PUT " + API + "{id}/columns", s -> Call.to(API + made(s, "DRAFT") + "/columns")
                .json("{\"mode\":\"NEW\",\"field\":[\"day\",\"enterprise_code\",\"channel\"]}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("PUT " + API + "{id}/sheet", s -> Call.to(API + made(s, "DRAFT") + "/sheet")
                .json("{\"sheet\":\"sample\"}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST " + API + "{id}/start", s -> Call.to(API + made(s, "DRAFT") + "/start")
                .json("{}")
                .ifMatch(0)
                .about(s.path()));
        ALL.put("POST " + API + "{id}/undo", s -> Call.to(API + made(s, "DONE") + "/undo")
                .json("{}")
                .ifMatch(0)
                .about(s.path()));
    }

    private ContactImportSamples() {}

    private static Call form(Situation s, String status, String part, Map<String, String> fields) throws SQLException {
        return Call.to(DESK + made(s, status) + part).form(fields).about(s.path());
    }

    /** A new import of another officer of the unit. */
    private static long made(Situation s, String status) throws SQLException {
        Path directory = TestPostgres.DIRECTORY.resolve(Path.of("files", "bc", "bc"));
        try {
            Files.writeString(Files.createDirectories(directory).resolve("bc".repeat(32)), CSV);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long person = s.person();
        long file = Rows.number(
                "insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)"
                        + " values (decode(repeat('bc', 32), 'hex'), 'sample.csv', 'text/csv', 64, 'sample', ?, ?, ?)"
                        + " returning id",
                person,
                s.unitId(),
                s.path());
        return Rows.number(
                "insert into contact_import (account_id, unit_id, org_path, file_id, file_name, source, charset,"
                        + " separator, sheet, header, fields, lines, mode, status, created, finished_at) values"
                        + " (?, ?, ?, ?, 'sample.csv', 'sample', 'UTF-8', ',', '', '{day,enterprise_code,channel}', '{day,enterprise_code,channel}', 1,"
                        + " 'NEW', ?, 1, now()) returning id",
                person,
                s.unitId(),
                s.path(),
                file,
                status);
    }
}
