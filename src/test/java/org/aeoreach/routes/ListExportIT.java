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

    private static final Pattern BOX = Pattern.compile("name=\"columns\" value=\"([a-z0-9-]+)\"");
    private static final Pattern SORT = Pattern.compile("id=\"order-([a-z0-9-]+)\"");
    private static final Pattern SELECT =
            Pattern.compile("<select class=\"form-select\" id=\"f-([^\"]+)\".*?</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern SEARCH = Pattern.compile("id=\"f-([^\"]+)\" name=\"[^\"]+\" type=\"search\"");
    private static final Pattern DAY = Pattern.compile("id=\"f-([^\"]*from)\"");

    @BeforeEach
    void fill() throws SQLException {
        ListStock.fill();
    }

    @Test
    void everyListGivesFilesOfJustWhatItShows() throws Exception {
        List<String> paths = lists();
        Map<String, String> wrong = new TreeMap<>();
        TreeSet<String> seen = new TreeSet<>();
        for (String path : paths) {
            try {
                check(path, seen);
            } catch (AssertionError | RuntimeException e) {
                wrong.put(path, e.toString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("formulas that were met and made harmless").hasSize(ListStock.FORMULAS.size());
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
        String given = path + ListStock.given(path);
        Caller reader = reader(given);
        String whole = page(reader, given);
        everyFormulaIsHarmless(reader, given, seen);
        String asked = given + "&" + filter(reader, given, whole) + columns(whole) + sort(whole);
        String page = page(reader, asked);
        List<List<String>> shown = ListRows.shown(page);
        List<List<String>> csv = ListRows.csv(new String(file(reader, page, "csv"), StandardCharsets.UTF_8));
        List<List<String>> xlsx = ListRows.xlsx(file(reader, page, "xlsx"));
        assertThat(csv).as("rows of " + asked).hasSizeGreaterThan(shown.size());
        if (!page.contains("rel=\"next\"")) {
            assertThat(csv).as("rows of " + asked).hasSize(shown.size() + 1);
        }
        for (int row = 0; row < shown.size(); row++) {
            assertThat(ListRows.plain(csv.get(row + 1)))
                    .as("CSV row of " + asked)
                    .isEqualTo(ListRows.plain(shown.get(row)));
        }
        assertThat(xlsx).as("spreadsheet of " + asked).hasSameSizeAs(csv);
        for (int row = 0; row < csv.size(); row++) {
            assertThat(ListRows.alike(xlsx.get(row), csv.get(row).size()))
                    .as("spreadsheet of " + asked)
                    .isEqualTo(ListRows.alike(csv.get(row), csv.get(row).size()));
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
            HttpResponse<String> answer = reader.get(path + "&" + filter);
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
            ListRows.shown(whole).stream()
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
        return java.net.URLEncoder.encode(ListRows.unescaped(text), StandardCharsets.UTF_8);
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

    private static byte[] file(Caller reader, String page, String format) throws Exception {
        Matcher link = Pattern.compile("href=\"([^\"]*/export\\?format=" + format + "[^\"]*)\"")
                .matcher(page);
        assertThat(link.find()).as("a link to the " + format).isTrue();
        Rows.change("delete from rate_counter");
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.base() + ListRows.unescaped(link.group(1))))
                .header("Cookie", String.valueOf(reader.cookie()))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(link.group(1)).isEqualTo(200);
        return answer.body();
    }

    /** In the CSV of all columns and rows nothing begins as a formula does but numbers. */
    private static void everyFormulaIsHarmless(Caller reader, String path, TreeSet<String> seen) throws Exception {
        String all = page(
                reader,
                path
                        + BOX.matcher(page(reader, path))
                                .results()
                                .map(box -> "&columns=" + box.group(1))
                                .collect(Collectors.joining()));
        for (List<String> row : ListRows.csv(new String(file(reader, all, "csv"), StandardCharsets.UTF_8))) {
            for (String cell : row) {
                assertThat(cell.matches("(?s)[ \\u00A0\\u3000]*[=+\\-@\\t\\r＝＋－＠].*") && !cell.matches("-?[0-9.]+"))
                        .as("computes: " + cell)
                        .isFalse();
                ListStock.FORMULAS.stream()
                        .filter(formula -> cell.equals("'" + formula))
                        .forEach(seen::add);
            }
        }
        ListRows.xlsx(file(reader, all, "xlsx"));
    }
}
