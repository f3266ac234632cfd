package org.aeoreach.enquiry.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.aeoreach.enquiry.SampleEnquiry;
import org.aeoreach.identity.Officer;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Each figure of the board and of Today opens a list of just so many; what another level has is with nobody else there. */
@RunAsClient
class FiguresIT implements ServerTest {

    private static final Pattern LANE =
            Pattern.compile("id=\"lane-[A-Z]+\"><a href=\"([^\"]+)\">[^<]*</a> <span class=\"quiet\">([0-9,]+)</span>");
    private static final Pattern TODAY =
            Pattern.compile("<a class=\"fw-bold\" href=\"(/desk/enquiries\\?[^\"]+)\">[^<0-9]*([0-9,]+)[^<]*</a>");

    private final Caller house = Caller.signedIn("shekou.officer");
    private final Caller district = Caller.signedIn("shenzhen.officer");
    private final Caller gacc = Caller.signedIn("gacc.officer");

    private static Map<String, Integer> figures(Pattern pattern, String page) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (MatchResult found : pattern.matcher(page).results().toList()) {
            figures.put(
                    found.group(1).replace("&amp;", "&"),
                    Integer.parseInt(found.group(2).replace(",", "")));
        }
        return figures;
    }

    private static int rows(Caller who, String list) throws SQLException {
        return (int) exported(who, list.replaceAll(".*\\?", "")).lines().skip(1).count();
    }

    private static String exported(Caller who, String asked) throws SQLException {
        Officer.forgetAttempts();
        return who.get("/desk/enquiries/export?format=csv&columns=number,status&" + asked)
                .body();
    }

    private static void each(Caller who, Map<String, Integer> figures) throws SQLException {
        for (Map.Entry<String, Integer> figure : figures.entrySet()) {
            assertThat(rows(who, figure.getKey()))
                    .as(who + " " + figure.getKey())
                    .isEqualTo(figure.getValue());
        }
    }

    /** One in each state, of the house alone and with the levels above. */
    private static void stock() throws SQLException {
        for (String code : List.of("5304", "5300")) {
            for (String status : List.of("NEW", "OPEN", "REOPENED", "WAITING", "ANSWERED", "CLOSED")) {
                SampleEnquiry enquiry = SampleEnquiry.at(code);
                boolean stands = List.of("WAITING", "ANSWERED", "CLOSED").contains(status);
                Rows.change(
                        "update enquiry_work set status = ?, officer_id = (select id from account where login = ?)"
                                + (stands ? ", clock_since = null, due_at = null, total_due_at = null" : "")
                                + " where enquiry_id = ?",
                        status,
                        status.equals("NEW") ? "" : code.equals("5304") ? "shekou.officer" : "shenzhen.officer",
                        enquiry.id());
            }
        }
        SampleEnquiry.at("5304").with("5300");
        SampleEnquiry.at("5304").with("0000");
        SampleEnquiry.at("5300").with("0000");
    }

    @Test
    void eachLaneOpensAListOfJustSoMany() throws SQLException {
        stock();
        for (Caller who : List.of(house, district, gacc)) {
            for (String whose : Boards.WHOSE) {
                Map<String, Integer> lanes = figures(
                        LANE, who.get("/desk/enquiries/board?whose=" + whose).body());
                assertThat(lanes).as(who + whose).hasSize(6);
                each(who, lanes);
            }
        }
        Map<String, Integer> lanes =
                figures(LANE, house.get("/desk/enquiries/board?whose=UNIT").body());
        assertThat(lanes.values()).as("none is empty").doesNotContain(0);
    }

    @Test
    void eachFigureOfTodayOpensAListOfJustSoMany() throws SQLException {
        stock();
        SampleEnquiry answered = SampleEnquiry.at("5304");
        SampleEnquiry older = SampleEnquiry.at("5304");
        Rows.change(
                "update enquiry_work set status = 'ANSWERED', clock_since = null, due_at = null, total_due_at = null"
                        + " where enquiry_id = ?",
                answered.id());
        for (SampleEnquiry each : List.of(answered, older)) {
            Rows.change(
                    "insert into enquiry_note (enquiry_id, unit_id, org_path, level, account_id, body, mentioned, created_at)"
                            + " select ?, u.id, u.org_path, 'HOUSE', a.id, '请看', array[m.id], now() - ? * interval '1 day'"
                            + " from unit u, account a, account m where u.code = '5304' and a.login = 'shekou.admin'"
                            + " and m.login = 'shekou.officer'",
                    each.id(),
                    each.id() == older.id() ? 9 : 0);
        }
        Map<String, Integer> figures = figures(TODAY, house.get("/desk").body());
        assertThat(figures).hasSizeGreaterThanOrEqualTo(3);
        each(house, figures);
        assertThat(house.get("/desk/enquiries?whose=CALLED&done=true").body())
                .contains("/desk/enquiries/" + answered.id() + "\"")
                .doesNotContain("/desk/enquiries/" + older.id() + "\"");
        Caller head = Caller.signedIn("shekou.admin");
        each(head, figures(TODAY, head.get("/desk").body()));
        Rows.change("delete from enquiry_note where enquiry_id in (?, ?)", answered.id(), older.id());
    }

    @Test
    void whoAsksForAnsweredOrClosedOnesNeedNotTickABoxBesides() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304");
        for (String status : List.of("ANSWERED", "CLOSED")) {
            Rows.change(
                    "update enquiry_work set status = ?, clock_since = null, due_at = null, total_due_at = null"
                            + " where enquiry_id = ?",
                    status,
                    enquiry.id());
            String number = DeskIT.number(enquiry);
            assertThat(exported(house, "status=" + status)).contains(number);
            assertThat(exported(house, "whose=UNIT")).doesNotContain(number);
        }
    }

    /** It is the first of its queue: nothing was due earlier. */
    @Test
    void withAnotherLevelIsToldOnlyToThoseBelowIt() throws SQLException {
        SampleEnquiry enquiry = SampleEnquiry.at("5304").with("5300");
        Rows.change("update enquiry_work set due_at = '2001-01-01' where enquiry_id = ?", enquiry.id());
        String page = "/desk/enquiries/" + enquiry.id();
        String elsewhere = "上级办理中";
        assertThat(house.get(page).body()).contains("tag-warn\">" + elsewhere);
        assertThat(district.get(page).body()).doesNotContain("tag-warn\">" + elsewhere);
        assertThat(gacc.get(page).body()).doesNotContain("tag-warn\">" + elsewhere);
        String number = DeskIT.number(enquiry);
        assertThat(row(house, "status=ELSEWHERE", number)).contains(elsewhere);
        assertThat(row(district, "whose=UNIT", number)).isNotEmpty().doesNotContain(elsewhere);
        assertThat(row(gacc, "whose=BELOW", number)).isNotEmpty().doesNotContain(elsewhere);
        assertThat(row(district, "status=ELSEWHERE", number)).isEmpty();
        String board = district.get("/desk/enquiries/board?whose=UNIT").body();
        assertThat(board.split("href=\"" + page + "\"", -1)).as("one card").hasSize(2);
        Rows.change("update enquiry_work set due_at = now() + interval '3 days' where enquiry_id = ?", enquiry.id());
    }

    private static String row(Caller who, String asked, String number) throws SQLException {
        return exported(who, asked)
                .lines()
                .filter(line -> line.contains(number))
                .findFirst()
                .orElse("");
    }
}
