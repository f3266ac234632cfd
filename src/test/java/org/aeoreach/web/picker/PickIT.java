package org.aeoreach.web.picker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunAsClient
class PickIT implements ServerTest {

    @BeforeEach
    void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    private static List<String> offered(Caller caller, String path, String text) {
        var answer = caller.get(path + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parseBodyFragment(answer.body()).select("[data-value]").eachAttr("data-text");
    }

    private static List<String> units(Caller caller, boolean mine, String text) {
        return offered(caller, "/desk/pick/units?mine=" + mine + "&q=", text);
    }

    @Test
    void findsUnitsByCodeAndByNamesPresentAndPast() throws SQLException {
        Caller officer = Caller.signedIn("shekou.officer");
        assertThat(units(officer, false, "5304")).containsExactly("5304 蛇口海关");
        assertThat(units(officer, false, "蛇口")).contains("5304 蛇口海关");
        assertThat(units(officer, false, "53").get(0)).startsWith("5300");
        long shekou = Rows.number("select id from unit where code = '5304'");
        Rows.change("insert into unit_name (unit_id, zh, valid_to) values (?, '老港关', date '2000-01-01')", shekou);
        try {
            assertThat(officer.get("/desk/pick/units?q=" + URLEncoder.encode("老港", StandardCharsets.UTF_8))
                            .body())
                    .contains("蛇口海关")
                    .contains("老港关");
        } finally {
            Rows.change("delete from unit_name where unit_id = ? and zh = '老港关'", shekou);
        }
    }

    @Test
    void offersOnlyOnesOwnSubtreeWhereThatIsAsked() {
        Caller district = Caller.signedIn("shenzhen.officer");
        assertThat(units(district, true, "0101")).isEmpty();
        assertThat(units(district, false, "0101")).hasSize(1);
        assertThat(units(Caller.signedIn("shekou.officer"), true, "53")).containsExactly("5304 蛇口海关");
    }

    @Test
    void takesTextAsTextAndNotAsPattern() {
        Caller officer = Caller.signedIn("shekou.officer");
        for (String text : List.of("%", "_", "\\", "''", "\" or 1=1 --", "%%")) {
            assertThat(units(officer, false, text)).as(text).isEmpty();
            assertThat(offered(officer, "/desk/pick/enterprises?q=", text))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void showsTheTreeOneLevelAtOnce() throws SQLException {
        Caller officer = Caller.signedIn("gacc.officer");
        assertThat(units(officer, false, "")).hasSize(1).allMatch(unit -> unit.startsWith("0000"));
        long shenzhen = Rows.number("select id from unit where code = '5300'");
        var houses = Jsoup.parseBodyFragment(
                officer.get("/desk/pick/units?parent=" + shenzhen + "&q=").body());
        assertThat(houses.select("ul[role=group] > li[role=treeitem]")).isNotEmpty();
        assertThat(houses.select("[aria-expanded]")).isEmpty();
    }

    @Test
    void offersEnterprisesOfOnesOwnRangeOnly() throws SQLException {
        Rows.Row one = Rows.one("select e.name_zh as name, e.customs_code as code, e.org_path as path from enterprise e"
                + " where e.org_path = '0000.5300.5304.' order by e.id limit 1");
        Caller shekou = Caller.signedIn("shekou.officer");
        assertThat(offered(shekou, "/desk/pick/enterprises?q=", one.text("name")))
                .isNotEmpty();
        assertThat(offered(shekou, "/desk/pick/enterprises?q=", one.text("code").substring(0, 6)))
                .isNotEmpty();
        Caller dapeng = Caller.signedIn("dapeng.officer");
        assertThat(offered(dapeng, "/desk/pick/enterprises?q=", one.text("name")))
                .isEmpty();
        assertThat(offered(dapeng, "/desk/pick/enterprises?q=", one.text("code")))
                .isEmpty();
        assertThat(Caller.signedIn("electronics.user")
                        .get("/desk/pick/enterprises?q=a")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Caller.anonymous().get("/desk/pick/units?q=a").statusCode()).isEqualTo(401);
    }
}
