package org.aeoreach.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as a browser gets them: filters, refusals, files and saved views. */
@RunAsClient
class ListPagesIT implements ServerTest {

    private static final String UNITS = "/desk/units/list";
    private static final Pattern LEAD = Pattern.compile("class=\"list-lead\"[^>]*><a href=\"([^\"]+)\"[^>]*>([^<]*)<");
    private static final Pattern LATER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private Caller officer = Caller.anonymous();

    @BeforeEach
    void signIn() throws SQLException {
        Rows.change("delete from rate_counter");
        Rows.change("delete from saved_view");
        Rows.change("update account set language = 'zh'");
        officer = Caller.signedIn("gacc.officer");
    }

    private static List<String> names(String page) {
        List<String> names = new ArrayList<>();
        Matcher found = LEAD.matcher(page);
        while (found.find()) {
            names.add(found.group(2).strip());
        }
        return names;
    }

    private String page(String path) {
        HttpResponse<String> answer = officer.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=53 | u.code like '53%'",
                "q=SHENZHEN | n.en ilike '%shenzhen%'",
                "kind=DISTRICT | u.kind = 'DISTRICT'",
                "unit=2200 | u.org_path like '0000.2200.%'",
                "kind=HOUSE&unit=2200 | u.kind = 'HOUSE' and u.org_path like '0000.2200.%'",
                "q=%25 | false",
                "q=' or 1=1 -- | false"
            })
    void filtersUnits(String query, String condition) throws SQLException {
        long expected = Rows.number("select count(*) from unit u join unit_name n on n.unit_id = u.id and n.valid_to is"
                + " null where (u.closed_on is null or u.closed_on > china_day()) and " + condition);
        String page = page(UNITS + "?limit=200&" + query.replace(" ", "%20").replace("'", "%27"));
        assertThat(names(page)).hasSize((int) expected);
    }

    @Test
    void ticksAndChoicesNarrowPeople() throws SQLException {
        Rows.change("update account set suspended_at = now() where login = 'shekou.officer'");
        try {
            assertThat(page("/desk/people?suspended=yes&q=shekou.officer")).contains("shekou.officer");
            assertThat(names(page("/desk/people?suspended=no&q=shekou.officer")))
                    .isEmpty();
            assertThat(names(page("/desk/people?unit=2200&q=shekou"))).isEmpty();
        } finally {
            Rows.change("update account set suspended_at = null where login = 'shekou.officer'");
        }
    }

    @Test
    void narrowsAuditByPersonRecordAndDay() {
        Caller auditor = Caller.signedIn("gacc.auditor");
        String own = "/desk/audit?action=identity.sign-in&recordType=account&limit=1";
        assertThat(auditor.get(own + "&person=gacc.auditor&day-from=2020-01-01").body())
                .contains("gacc.auditor");
        for (String none : List.of("&person=nobody.at.all", "&day-to=2020-01-01", "&recordId=x", "&address=x")) {
            assertThat(auditor.get(own + none).body()).as(none).doesNotContain("list-lead");
        }
        assertThat(auditor.get("/desk/audit?day-from=1.4.").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=evil",
                "sort=u.code",
                "sort=name;select%20pg_sleep(9)",
                "columns=name,evil",
                "limit=0",
                "limit=x",
                "after=x",
                "before=1%20or%201=1",
                "kind=NONSENSE",
                "closed=perhaps",
                "unit=53"
            })
    void refusesWhatDoesNotExistWithMessageAndKeepsTheRest(String wrong) {
        HttpResponse<String> answer = officer.get(UNITS + "?q=kept&" + wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"list-errors\"").contains("value=\"kept\"");
        assertThat(names(answer.body())).isEmpty();
        assertThat(officer.get(UNITS + "/export?q=kept&"
                                + wrong.replace("after=x", "limit=x").replace("before=1%20or%201=1", "limit=x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fileHoldsExactlyWhatThePagesShow() throws SQLException {
        String query = "kind=HOUSE&unit=5300&sort=-name&columns=name,code";
        List<String> shown = new ArrayList<>();
        String next = UNITS + "?limit=10&" + query;
        while (next != null) {
            Rows.change("delete from rate_counter");
            String page = page(next);
            shown.addAll(names(page));
            Matcher later = LATER.matcher(page);
            next = later.find() ? later.group(1).replace("&amp;", "&") : null;
        }
        HttpResponse<String> file = officer.get(UNITS + "/export?" + query);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .matches(
                        "attachment; filename=\"units-[0-9-]+\\.csv\"; filename\\*=UTF-8''%E6%9C%BA%E6%9E%84-[0-9-]+\\.csv");
        List<String> lines = file.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFF关区代码,名称");
        assertThat(lines.subList(1, lines.size()).stream()
                        .map(line -> line.substring(line.indexOf(',') + 1))
                        .toList())
                .isEqualTo(shown)
                .hasSizeGreaterThan(10);
        Rows.Row entry = Rows.one("select changes->'rows'->>1 as rows, changes->'filter'->>1 as filter from audit_entry"
                + " where action = 'list.export' order by id desc limit 1");
        assertThat(entry.id("rows")).isEqualTo(shown.size());
        assertThat(entry.text("filter")).contains("kind=HOUSE", "unit=5300", "sort=-name");
    }

    @Test
    void fileSpeaksTheReadersLanguageAndDefusesFormulas() throws SQLException {
        Rows.Row before = Rows.one("select name_zh, name_en from account where login = 'shekou.officer'");
        Rows.change("update account set name_en = '=cmd|1', name_zh = '＝危险' where login = 'shekou.officer'");
        try {
            String query = "/desk/people/export?q=shekou.officer&columns=name,login";
            assertThat(officer.get(query).body()).contains("姓名,", "'＝危险,shekou.officer");
            Rows.change("update account set language = 'en' where login = 'gacc.officer'");
            assertThat(officer.get(query).body()).contains("Name,Login", "'=cmd|1,shekou.officer");
        } finally {
            Rows.change(
                    "update account set name_zh = ?, name_en = ? where login = 'shekou.officer'",
                    before.text("name_zh"),
                    before.text("name_en"));
        }
    }

    @Test
    void spreadsheetIsOne() {
        HttpResponse<String> file = officer.get(UNITS + "/export?format=xlsx");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("PK");
        assertThat(officer.get(UNITS + "/export?format=pdf").statusCode()).isEqualTo(400);
    }

    @Test
    void onlyReadersOfListGetItsFile() {
        assertThat(officer.get("/desk/audit/export").statusCode()).isEqualTo(403);
        assertThat(officer.get("/desk/mail/export").statusCode()).isEqualTo(403);
        Caller house = Caller.signedIn("shekou.officer");
        assertThat(house.get("/desk/people/export").body()).contains("shekou").doesNotContain("gacc.officer");
    }

    @Test
    void limitsHowManyFilesOnePersonTakes() {
        int refused = 0;
        for (int i = 0; i < 25; i++) {
            refused += officer.get(UNITS + "/export?kind=GACC").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(5);
    }

    private long save(Caller who, String name, String query, boolean shared) throws SQLException {
        HttpResponse<String> answer = who.form(
                "/desk/views",
                Map.of("list", "units", "name", name, "query", query, "shared", Boolean.toString(shared)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Rows.number("select max(id) from saved_view");
    }

    @Test
    void opensSavedViewAndBeginsWithIt() throws SQLException {
        long view = save(officer, "总署", "kind=GACC&sort=-name&evil=1", false);
        assertThat(Rows.one("select query from saved_view where id = ?", view).text("query"))
                .isEqualTo("kind=GACC&sort=-name");
        assertThat(names(page(UNITS + "?view=" + view + "&limit=100")))
                .as("the address says more")
                .hasSize(100);
        assertThat(names(page(UNITS + "?view=" + view))).hasSize(1);
        assertThat(names(page(UNITS))).hasSize(50);
        officer.form("/desk/views/" + view + "/beginning", Map.of("with", "true"));
        assertThat(names(page(UNITS))).hasSize(1);
        assertThat(names(page(UNITS + "?view=all"))).hasSize(50);
        officer.form("/desk/views/" + view + "/beginning", Map.of("with", "false"));
        assertThat(names(page(UNITS))).hasSize(50);
    }

    @Test
    void sharedViewIsSeenInTheUnitAndBelowAndChangedByItsOwnerOnly() throws SQLException {
        Caller district = Caller.signedIn("shenzhen.officer");
        Caller house = Caller.signedIn("shekou.officer");
        long secret = save(district, "自用", "kind=HOUSE", false);
        long shared = save(district, "共用", "kind=HOUSE", true);
        assertThat(house.get(UNITS + "?view=" + shared).statusCode()).isEqualTo(200);
        assertThat(house.get(UNITS + "?view=" + secret).statusCode()).isEqualTo(404);
        assertThat(officer.get(UNITS + "?view=" + shared).statusCode())
                .as("above the unit")
                .isEqualTo(404);
        Map<String, String> change = Map.of("name", "x", "query", "", "version", "0");
        assertThat(house.form("/desk/views/" + shared, change).statusCode()).isEqualTo(404);
        assertThat(house.form("/desk/views/" + shared + "/deletion", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.form("/desk/views/" + shared + "/beginning", Map.of("with", "true"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(district.form("/desk/views/" + shared + "/deletion", Map.of("version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.get(UNITS).statusCode()).as("whose default is gone").isEqualTo(200);
    }

    @Test
    void refusesViewWithoutNameOfTakenNameAndOfStaleVersion() throws SQLException {
        long view = save(officer, "甲", "", false);
        for (String name : List.of("", " ", "甲", "长".repeat(61), "a\nb")) {
            HttpResponse<String> answer =
                    officer.form("/desk/views", Map.of("list", "units", "name", name, "query", "kind=HOUSE"));
            assertThat(answer.statusCode()).as(name).isEqualTo(400);
            assertThat(answer.body()).contains("value=\"kind=HOUSE\"").contains("field-error");
        }
        assertThat(officer.form("/desk/views", Map.of("list", "none", "name", "乙"))
                        .statusCode())
                .isEqualTo(404);
        Map<String, String> change = Map.of("name", "乙", "query", "", "version", "0");
        assertThat(officer.form("/desk/views/" + view, change).statusCode()).isEqualTo(303);
        assertThat(officer.form("/desk/views/" + view, change).statusCode()).isEqualTo(409);
    }

    @Test
    void auditorSavesViewsButSharesNone() throws SQLException {
        long view = save(Caller.signedIn("gacc.auditor"), "审计", "", true);
        assertThat(Rows.one("select shared from saved_view where id = ?", view).text("shared"))
                .isEqualTo("false");
    }
}
