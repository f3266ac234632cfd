package org.aeoreach.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;

/**
 * Requests about imports of one kind. The file is about an enterprise nobody has, so that nothing changes.
 *
 * @param things what is imported, as the paths have it
 * @param table of the imports
 * @param mode what a new one may do
 * @param columns of the file, each by the name of its field
 * @param row the values of its one row
 * @param digest two digits by which its file is kept
 */
record ImportSamples(String things, String table, String mode, String columns, String row, String digest) {

    private static final String PART = "--sample\r\nContent-Disposition: form-data; name=\"";

    static final Map<String, Samples.Sample> ALL = new TreeMap<>();

    static {
        new ImportSamples("enterprises", "enterprise_import", "UPDATE", "customs_code", "9998ZZZZZZ", "bb").add();
        new ImportSamples(
                        "touchpoints",
                        "contact_import",
                        "NEW",
                        "day,enterprise_code,channel",
                        "2026-01-05,9998ZZZZZZ,VISIT",
                        "bc")
                .add();
    }

    private void add() {
        addPages("/desk/" + things + "/imports");
        addOperations("/api/v1/" + things + "/imports");
    }

    private void addPages(String desk) {
        String file = PART + "file\"; filename=\"sample.csv\"\r\nContent-Type: text/csv\r\n\r\n" + csv() + "\r\n" + PART
                + "source\"\r\n\r\nsample\r\n--sample--\r\n";
        ALL.put("POST " + desk + "/new", s -> Call.to(desk + "/new")
                .body("multipart/form-data; boundary=sample", file));
        for (String part : new String[] {"", "/columns", "/preview", "/rejected", "/undo"}) {
            ALL.put("GET " + desk + "/{id}" + part, s -> about(s, desk, "DONE", part));
        }
        String fields =
                Arrays.stream(columns.split(",")).map(each -> "&field=" + each).collect(Collectors.joining());
        ALL.put("POST " + desk + "/{id}/columns", s -> about(s, desk, "DRAFT", "/columns")
                .body("application/x-www-form-urlencoded", "mode=" + mode + fields + "&version=0"));
        ALL.put("POST " + desk + "/{id}/sheet", s -> about(s, desk, "DRAFT", "/sheet")
                .form(Map.of("sheet", "sample", "version", "0")));
        ALL.put("POST " + desk + "/{id}/start", s -> about(s, desk, "DRAFT", "/start")
                .form(Map.of("version", "0")));
        ALL.put("POST " + desk + "/{id}/undo", s -> about(s, desk, "DONE", "/undo")
                .form(Map.of("version", "0")));
    }

    private void addOperations(String api) {
        ALL.put("POST " + api, s -> Call.to(api).body("text/csv", csv()));
        for (String part : new String[] {"", "/preview", "/rejected", "/rejected/file", "/kept"}) {
            ALL.put("GET " + api + "/{id}" + part, s -> about(s, api, "DONE", part));
        }
        String fields = columns.replace(",", "\",\"");
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("PUT /columns", "{\"mode\":\"" + mode + "\",\"field\":[\"" + fields + "\"]}");
        bodies.put("PUT /sheet", "{\"sheet\":\"sample\"}");
        bodies.put("POST /start", "{}");
        bodies.put("POST /undo", "{}");
        bodies.forEach((operation, body) -> {
            String part = operation.substring(operation.indexOf('/'));
            String status = part.equals("/undo") ? "DONE" : "DRAFT";
            ALL.put(
                    operation.replace(" ", " " + api + "/{id}"),
                    s -> about(s, api, status, part).json(body).ifMatch(0));
        });
    }

    private String csv() {
        return columns + "\n" + row + "\n";
    }

    /** A request about a new import of another officer of the unit. */
    private Call about(Situation s, String base, String status, String part) throws SQLException {
        return Call.to(base + "/" + made(s, status) + part).about(s.path());
    }

    private long made(Situation s, String status) throws SQLException {
        Path directory = TestPostgres.DIRECTORY.resolve(Path.of("files", digest, digest));
        try {
            Files.writeString(Files.createDirectories(directory).resolve(digest.repeat(32)), csv());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long person = s.person();
        long file = Rows.number(
                "insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)"
                        + " values (decode(?, 'hex'), 'sample.csv', 'text/csv', ?, 'sample', ?, ?, ?) returning id",
                digest.repeat(32),
                csv().length(),
                person,
                s.unitId(),
                s.path());
        return Rows.number(
                "insert into " + table + " (account_id, unit_id, org_path, file_id, file_name, source, charset,"
                        + " separator, sheet, header, fields, lines, mode, status, created, finished_at) values"
                        + " (?, ?, ?, ?, 'sample.csv', 'sample', 'UTF-8', ',', '', string_to_array(?, ','),"
                        + " string_to_array(?, ','), 1, ?, ?, 1, now()) returning id",
                person,
                s.unitId(),
                s.path(),
                file,
                columns,
                columns,
                mode,
                status);
    }
}
