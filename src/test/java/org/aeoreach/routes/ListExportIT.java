package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.importing.table.Reading;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.launcher.TestServer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.web.list.Listing;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every list of the product, found by its class and its route, gives files of just what its page shows, with a filter, a
 * sort and chosen columns; and what would be a formula is none in either file.
 */
@RunAsClient
class ListExportIT implements ServerTest {

    private static final List<String> LOGINS = List.of(
            "gacc.officer", "system.admin", "shekou.coordinator", "shekou.officer", "gacc.auditor", "shekou.admin");
    /** Values that would be computed, as people write them into names and words. */
    private static final List<String> FORMULAS = List.of("=1+2", "+3", "-4", "@SUM(A1)", "\t=5");

    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile(
            "<td class=\"?(list-[a-z]+)?\"?[^>]*?data-label=[^>]*>(.*?)</td>|<td data-label=[^>]*>(.*?)</td>",
            Pattern.DOTALL);
    private static final Pattern BOX = Pattern.compile("name=\"columns\" value=\"([a-z0-9-]+)\"");
    private static final Pattern SORT = Pattern.compile("id=\"order-([a-z0-9-]+)\"");
    private static final Pattern SELECT =
            Pattern.compile("<select class=\"form-select\" id=\"f-([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern SEARCH = Pattern.compile("id=\"f-([^\"]+)\" name=\"[^\"]+\" type=\"search\"");
    private static final Pattern DAY = Pattern.compile("id=\"f-([^\"]*from)\"");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

    @BeforeEach
    void fill() throws SQLException {
        SampleEnterprise one = SampleEnterprise.at("5304");
        SampleEnterprise two = SampleEnterprise.at("5304");
        Rows.change(
                "update enterprise set name_zh = ?, mail_on_file = '+mail' where id = ?", FORMULAS.get(0), one.id());
        Rows.change("update enterprise set name_zh = ? where id = ?", FORMULAS.get(3), two.id());
        long officer = Caller.account("shekou.coordinator");
        String home = " from unit where code = '5304'";
        long touchpoint = Rows.number(
                "insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength,"
                        + " agreed, said, account_id) select id, org_path, id, current_date, now(), 'VISIT', 'OUT',"
                        + " 'ONE_TO_ONE', ?, ?, ?" + home + " returning id",
                FORMULAS.get(4),
                FORMULAS.get(1),
                officer);
        Rows.change(
                "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id,"
                        + " at, timed, channel, strength, direction) select ?, id, unit_id, org_path, unit_id, unit_id, now(), false,"
                        + " 'VISIT', 'ONE_TO_ONE', 'OUT' from enterprise where id = ?",
                touchpoint,
                one.id());
        Rows.change(
                "insert into task (unit_id, org_path, owner_id, title, due_on, account_id)"
                        + " select id, org_path, ?, ?, current_date, ?" + home,
                officer,
                FORMULAS.get(1),
                officer);
        Rows.change(
                "insert into broadcast (unit_id, org_path, happened_on, channel, title, audience, counted, account_id)"
                        + " select id, org_path, current_date, 'LIVE_STREAM', ?, 1, true, ?" + home,
                FORMULAS.get(2),
                officer);
        Rows.change(
                "insert into partner_organisation (kind, unit_id, org_path, name_zh) select 'CHAMBER', id, org_path, ?"
                        + home,
                FORMULAS.get(3));
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, purpose, legal_basis)"
                        + " select id, unit_id, org_path, ?, 'OUTREACH', 'STATUTORY_DUTY' from enterprise where id = ?",
                FORMULAS.get(2),
                one.id());
        Rows.change(
                "insert into segment (unit_id, org_path, account_id, name, conditions) select u.id, u.org_path, ?, ?,"
                        + " '{\"all\":[]}' from unit u where u.code = '0000'",
                Caller.account("gacc.officer"),
                FORMULAS.get(0));
        Rows.change(
                "insert into enterprise_duplicate (first_id, second_id, org_path, reason)"
                        + " select least(?, ?), greatest(?, ?), org_path, 'ENTRY'" + home,
                one.id(),
                two.id(),
                one.id(),
                two.id());
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)"
                        + " select id, unit_id, org_path, ?, 'COORDINATOR', current_date from enterprise where id = ?",
                officer,
                one.id());
        Rows.change(
                "insert into handover (from_account, to_account, unit_id, org_path, happened_on, reason, account_id)"
                        + " select ?, ?, id, org_path, '2020-01-01', ?, ?" + home,
                officer,
                Caller.account("shekou.officer"),
                FORMULAS.get(0),
                officer);
        Rows.change(
                "insert into record_view (enterprise_id, unit_id, org_path, account_id, at) select id, unit_id, org_path,"
                        + " ?, now() from enterprise where id = ?",
                officer,
                one.id());
        Rows.change(
                "insert into enterprise_claim (enterprise_id, unit_id, org_path, name, mail, language, statement, way)"
                        + " select id, unit_id, org_path, ?, 'a@example.test', 'zh', 'x', 'OFFICER' from enterprise where id = ?",
                FORMULAS.get(2),
                one.id());
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status, attempts, last_error) values ('<' || ? || '.export@example.test>',"
                        + " 'organization-substitution', 'zh', 'a@example.test', 'a', ?, 't', 'h', '0000.5300.5304.', 'DEAD', 12,"
                        + " '550')",
                one.code(),
                FORMULAS.get(0));
        Rows.change(
                "insert into substitution (assignment_id, absent_id, substitute_id, org_path, first_day, last_day)"
                        + " select r.id, r.account_id, ?, r.org_path, current_date + 900, current_date + 901 from role_assignment r"
                        + " where r.account_id = ? limit 1",
                Caller.account("shekou.officer"),
                officer);
        for (String table : List.of("enterprise_import", "contact_import")) {
            Rows.change(
                    "with f as (insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id,"
                            + " org_path) select decode(repeat('00', 32), 'hex'), 'x.csv', 'text/csv', 1, 'x', ?, id, org_path"
                            + home + " returning *) insert into " + table
                            + " (account_id, unit_id, org_path, file_id, file_name,"
                            + " source, charset, separator, sheet, header, fields, lines) select account_id, unit_id, org_path, id,"
                            + " ?, 's', 'UTF-8', ',', '', '{}', '{}', 1 from f",
                    officer,
                    FORMULAS.get(0));
        }
    }

    @Test
    void everyListGivesFilesOfJustWhatItShows() throws Exception {
        List<String> paths = lists();
        Map<String, String> wrong = new TreeMap<>();
        TreeSet<String> seen = new TreeSet<>();
        for (String path : paths) {
            try {
                check(path, seen);
            } catch (AssertionError e) {
                wrong.put(path, String.valueOf(e.getMessage()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("formulas that were met and made harmless").hasSize(FORMULAS.size());
    }

    /** The addresses of all lists: a list without a route for its files would be missing among them. */
    private static List<String> lists() throws IOException {
        List<String> exports = RouteTable.routes().stream()
                .filter(route -> route.verb().equals("GET") && route.path().endsWith("/export"))
                .map(route -> route.path().substring(0, route.path().length() - "/export".length()))
                .filter(path -> RouteTable.routes().stream()
                        .anyMatch(route -> route.html() && route.path().equals(path)))
                .toList();
        assertThat(exports).as("a route for the files of each list").hasSize(listings());
        return exports;
    }

    private static int listings() throws IOException {
        Path classes = Path.of("target", "classes");
        try (Stream<Path> files = Files.walk(classes.resolve("org/aeoreach"))) {
            return (int) files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("/templates/"))
                    .map(ListExportIT::load)
                    .filter(type -> Listing.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .count();
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, ListExportIT.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(String path, TreeSet<String> seen) throws Exception {
        Caller reader = reader(path);
        String whole = page(reader, path);
        everyFormulaIsHarmless(reader, path, seen);
        String asked = path + "?" + filter(reader, path, whole) + columns(whole) + sort(whole);
        String page = page(reader, asked);
        List<List<String>> shown = shown(page);
        List<List<String>> csv = csv(new String(file(reader, page, "csv"), StandardCharsets.UTF_8));
        List<List<String>> xlsx = xlsx(file(reader, page, "xlsx"));
        assertThat(csv).as("rows of " + asked).hasSizeGreaterThan(shown.size());
        if (!page.contains("rel=\"next\"")) {
            assertThat(csv).as("rows of " + asked).hasSize(shown.size() + 1);
        }
        for (int row = 0; row < shown.size(); row++) {
            assertThat(plain(csv.get(row + 1))).as("CSV row of " + asked).isEqualTo(plain(shown.get(row)));
        }
        assertThat(xlsx).as("spreadsheet of " + asked).hasSameSizeAs(csv);
        for (int row = 0; row < csv.size(); row++) {
            assertThat(alike(xlsx.get(row), csv.get(row).size()))
                    .as("spreadsheet of " + asked)
                    .isEqualTo(alike(csv.get(row), csv.get(row).size()));
        }
    }

    /** Who sees rows of it. */
    private static Caller reader(String path) throws SQLException {
        for (String login : LOGINS) {
            Rows.change("delete from rate_counter");
            Caller caller = Caller.signedIn(login);
            HttpResponse<String> answer = caller.get(path);
            if (answer.statusCode() == 200 && answer.body().contains("class=\"list-lead\"")) {
                return caller;
            }
        }
        throw new AssertionError("nobody sees a row of it");
    }

    private static String page(Caller reader, String address) throws SQLException {
        Rows.change("delete from rate_counter");
        HttpResponse<String> answer = reader.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    /** A filter that leaves rows, and is told as such. */
    private static String filter(Caller reader, String path, String whole) throws SQLException {
        for (String filter : filters(whole)) {
            Rows.change("delete from rate_counter");
            HttpResponse<String> answer = reader.get(path + "?" + filter);
            if (answer.statusCode() == 200
                    && answer.body().contains("class=\"list-lead\"")
                    && answer.body().contains("class=\"list-chip\"")) {
                return filter;
            }
        }
        throw new AssertionError("no filter of it leaves a row");
    }

    private static List<String> filters(String whole) {
        List<String> filters = new ArrayList<>();
        Matcher selects = SELECT.matcher(whole);
        while (selects.find()) {
            String name = selects.group(1);
            OPTION.matcher(selects.group())
                    .results()
                    .forEach(option -> filters.add(name + "=" + encoded(option.group(1))));
        }
        Matcher search = SEARCH.matcher(whole);
        if (search.find()) {
            shown(whole).stream()
                    .map(row -> row.get(0))
                    .limit(3)
                    .forEach(lead -> filters.add(
                            search.group(1) + "=" + encoded(lead.strip().split("[ ;]")[0])));
        }
        Matcher days = DAY.matcher(whole);
        if (days.find()) {
            filters.add(days.group(1) + "=2000-01-01");
        }
        return filters;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(unescaped(text), StandardCharsets.UTF_8);
    }

    /** All columns, the hidden ones too, without the last. */
    private static String columns(String whole) {
        List<String> all = BOX.matcher(whole).results().map(box -> box.group(1)).toList();
        return all.subList(0, Math.max(all.size() - 1, 1)).stream()
                .map(key -> "&columns=" + key)
                .collect(Collectors.joining());
    }

    /** Descending by the last column that can be sorted by. */
    private static String sort(String whole) {
        Optional<String> last =
                SORT.matcher(whole).results().map(sort -> sort.group(1)).reduce((first, second) -> second);
        return last.map(key -> "&sort=-" + key).orElse("");
    }

    /** What stands in the rows of a page. */
    private static List<List<String>> shown(String page) {
        int from = page.indexOf("<tbody>", page.indexOf("list-table"));
        String body = page.substring(from, page.indexOf("</tbody>", from));
        return ROW.matcher(body)
                .results()
                .map(row -> CELL.matcher(row.group(1).replaceAll("(?s)<td class=\"list-tick\".*?</td>", ""))
                        .results()
                        .map(cell -> cell.group(2) == null
                                ? text(cell.group(3))
                                : "list-number".equals(cell.group(1))
                                                && !cell.group(2).contains("<time")
                                        ? text(cell.group(2)).replaceAll("(?<=\\d),(?=\\d{3})", "")
                                        : text(cell.group(2)))
                        .toList())
                .toList();
    }

    /** The words of a cell: days and times as the files write them, several as they list them. */
    private static String text(String html) {
        String times = Pattern.compile("<time datetime=\"([^\"]+)\">.*?</time>", Pattern.DOTALL)
                .matcher(html)
                .replaceAll(time -> written(time.group(1)));
        String shares = Pattern.compile("<progress[^>]*max=\"(\\d+)\"[^>]*value=\"(\\d+)\".*", Pattern.DOTALL)
                .matcher(times)
                .replaceAll("$2 / $1");
        return unescaped(shares.replaceAll("</div>\\s*<div>", "; ").replaceAll("<[^>]+>", ""))
                .replaceAll("[ \\n\\r\\t]+", " ")
                .strip();
    }

    private static String written(String time) {
        return time.length() == 10
                ? time
                : java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .format(java.time.Instant.parse(time).atZone(org.aeoreach.platform.Time.ZONE));
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static byte[] file(Caller reader, String page, String format) throws Exception {
        Matcher link = Pattern.compile("href=\"([^\"]*/export\\?format=" + format + "[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as("a link to the " + format).isTrue();
        Rows.change("delete from rate_counter");
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.base() + unescaped(link.group(1))))
                .header("Cookie", String.valueOf(reader.cookie()))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(link.group(1)).isEqualTo(200);
        return answer.body();
    }

    private static List<List<String>> csv(String text) {
        assertThat(text).startsWith("\uFEFF");
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        Matcher cells = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\r\\n]*))(,|\\r\\n)")
                .matcher(text.substring(1));
        while (cells.find()) {
            row.add(cells.group(1) == null ? cells.group(2) : cells.group(1).replace("\"\"", "\""));
            if (!cells.group(3).equals(",")) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    private static List<List<String>> xlsx(byte[] content) throws IOException {
        Path file = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(file, content);
            String name;
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Matcher named = Pattern.compile("<sheet name=\"([^\"]+)\"").matcher(part(zip, "xl/workbook.xml"));
                assertThat(named.find()).isTrue();
                name = unescaped(named.group(1));
                String sheet = part(zip, "xl/worksheets/sheet1.xml");
                assertThat(sheet).as("no cell computes").doesNotContain("<f>", "<f ");
            }
            List<List<String>> rows = new ArrayList<>();
            try (TableRows table = TableFile.open(file, new Reading("", "", name))) {
                for (String[] row = table.next(); row != null; row = table.next()) {
                    rows.add(List.of(row));
                }
            }
            return rows;
        } finally {
            Files.delete(file);
        }
    }

    private static String part(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Cells of a CSV or a page as both mean them. */
    private static List<String> plain(List<String> cells) {
        return cells.stream()
                .map(cell -> undone(cell)
                        .replaceAll("[\\s\\u00A0]+", " ")
                        .replace(" ;", ";")
                        .strip())
                .toList();
    }

    private static String undone(String cell) {
        return cell.matches("(?s)'[\\s\\u00A0]*[=+\\-@＝＋－＠].*") ? cell.substring(1) : cell;
    }

    /** Cells of a spreadsheet or a CSV as both mean them: here the times of moments are not read. */
    private static List<String> alike(List<String> cells, int width) {
        List<String> alike = new ArrayList<>(plain(cells));
        alike.replaceAll(cell -> MOMENT.matcher(cell).matches() ? cell.substring(0, 10) : cell);
        while (alike.size() < width) {
            alike.add("");
        }
        return alike;
    }

    /** In the CSV of all columns and rows nothing begins as a formula does but numbers. */
    private static void everyFormulaIsHarmless(Caller reader, String path, TreeSet<String> seen) throws Exception {
        String all = page(
                reader,
                path + "?limit=25"
                        + BOX.matcher(page(reader, path))
                                .results()
                                .map(box -> "&columns=" + box.group(1))
                                .collect(Collectors.joining()));
        for (List<String> row : csv(new String(file(reader, all, "csv"), StandardCharsets.UTF_8))) {
            for (String cell : row) {
                assertThat(cell.matches("(?s)[ \\u00A0\\u3000]*[=+\\-@\\t\\r＝＋－＠].*") && !cell.matches("-?[0-9.]+"))
                        .as("computes: " + cell)
                        .isFalse();
                FORMULAS.stream().filter(formula -> cell.equals("'" + formula)).forEach(seen::add);
            }
        }
        xlsx(file(reader, all, "xlsx"));
    }
}
