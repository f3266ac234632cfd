package org.aeoreach.library.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Followers hear of changes as often as they want to, and of nothing twice. */
@RunAsClient
class FollowIT implements ServerTest {
    private static final String PATH = "/portal/library/followed";
    private static final String DOCUMENT = "policy-order-282";

    private final Caller reader = Caller.signedIn("electronics.user");

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from library_follow");
        Rows.change("update document d set version = v.last from (select document_id, max(version) as last"
                + " from document_version group by document_id) v where v.document_id = d.id and d.version > v.last");
        Rows.change("delete from mail where template = 'library-follow'");
        Rows.change("update account set language = 'zh'");
    }

    @Test
    void refusesWhatDoesNotExistAndWhoIsNotSignedIn() throws SQLException {
        assertThat(follow("DOCUMENT", "nothing-of-this-name", "DAILY")).isEqualTo(404);
        assertThat(follow("TOPIC", "nothing", "DAILY")).isEqualTo(404);
        assertThat(follow("DOCUMENT", DOCUMENT, "HOURLY")).isEqualTo(400);
        assertThat(Caller.anonymous()
                        .form(PATH, Map.of("what", "DOCUMENT", "target", DOCUMENT, "cadence", "DAILY"))
                        .statusCode())
                .isNotEqualTo(200);
        assertThat(Rows.number("select count(*) from library_follow")).isZero();
    }

    @Test
    void tellsAtOnceOfAChangeAndOnlyOnce() throws SQLException {
        follow("DOCUMENT", DOCUMENT, "AT_ONCE");
        assertThat(told()).as("nothing changed since").isEmpty();
        Rows.change("update library_follow set told_at = now() - interval '1 hour'");
        changed(DOCUMENT, "10 minutes");
        assertThat(told()).containsExactly("1 " + DOCUMENT);
        assertThat(told()).as("told already").isEmpty();
    }

    @Test
    void gathersWhatChangedUntilTheMorningInOneLetter() throws SQLException {
        follow("DOCUMENT", DOCUMENT, "DAILY");
        follow("TOPIC", "repair", "DAILY");
        Rows.change("update library_follow set told_at = now() - interval '10 days'");
        Rows.change("update document set changed_at = now() - interval '20 days'");
        changed(DOCUMENT, "3 days");
        changed("guide-credit-repair", "4 days");
        String code = Rows.one("select code from document where topics @> array['repair'] order by code limit 1")
                .text("code");
        changed(code, "5 days");
        List<String> letters = told();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).split(" ")[1].split(","))
                .as("the newest first, each once")
                .startsWith(DOCUMENT)
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(5)
                .contains(code);
        assertThat(Integer.parseInt(letters.get(0).split(" ")[0])).isGreaterThanOrEqualTo(2);
        changed(DOCUMENT, "0 seconds");
        assertThat(told()).as("waits for the next morning").isEmpty();
    }

    @Test
    void missesNothingThatWasCommittedAfterALetterAboutSomethingElse() throws SQLException {
        follow("TOPIC", "repair", "AT_ONCE");
        Rows.change("update document set changed_at = now() - interval '20 days'");
        List<String> codes =
                Rows.all("select code from document where topics @> array['repair'] order by code limit 2").stream()
                        .map(row -> row.text("code"))
                        .toList();
        try (Connection slow = TestPostgres.running().owner()) {
            slow.setAutoCommit(false);
            try (Statement change = slow.createStatement()) {
                // Its time is the beginning of its transaction.
                change.executeUpdate("update document set changed_at = now(), version = version + 1 where code = '"
                        + codes.get(0) + "'");
            }
            changed(codes.get(1), "0 seconds");
            assertThat(told()).containsExactly("1 " + codes.get(1));
            slow.commit();
        }
        assertThat(told()).containsExactly("1 " + codes.get(0));
        assertThat(told()).as("nothing twice").isEmpty();
    }

    @Test
    void looksThroughNoMoreThanADayOfThoseWithNothingToHear() throws SQLException {
        follow("TOPIC", "repair", "AT_ONCE");
        Rows.change("update library_follow set told_at = now() - interval '10 days'");
        Rows.change("update document set changed_at = now() - interval '20 days'");
        assertThat(told()).isEmpty();
        assertThat(Rows.number("select count(*) from library_follow where told_at > now() - interval '1 minute'"))
                .isEqualTo(1);
        assertThat(Rows.number("select count(*) from library_told")).isZero();
    }

    @Test
    void keepsWhatWasToldNoLongerThanItIsNeeded() throws SQLException {
        follow("DOCUMENT", DOCUMENT, "AT_ONCE");
        Rows.change("update library_follow set told_at = now() - interval '10 days'");
        changed(DOCUMENT, "2 days");
        assertThat(told()).containsExactly("1 " + DOCUMENT);
        assertThat(Rows.number("select count(*) from library_told")).isZero();
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfWhatADistrictWroteInItsAreaOnly() throws SQLException {
        follow("TOPIC", "repair", "AT_ONCE");
        Rows.change("update library_follow set told_at = now() - interval '1 hour'");
        String code = Rows.one("select code from document where topics @> array['repair'] order by code limit 1")
                .text("code");
        Rows.change("update document set changed_at = now() - interval '20 days'");
        changed(code, "10 minutes");
        try {
            move(code, "2200");
            assertThat(told()).isEmpty();
            move(code, "5300");
            assertThat(told()).containsExactly("1 " + code);
        } finally {
            move(code, "0000");
        }
    }

    private static void move(String code, String unit) throws SQLException {
        Rows.change(
                "update document d set unit_id = u.id, org_path = u.org_path from unit u where d.code = ? and u.code = ?",
                code,
                unit);
    }

    @Test
    void weeklyWaitsForMonday() throws SQLException {
        follow("DOCUMENT", DOCUMENT, "WEEKLY");
        Rows.change("update library_follow set told_at = now() - interval '30 days'");
        Rows.change(
                "update document set version = version + 1, changed_at = (date_trunc('week', (now() at time zone 'Asia/Shanghai')"
                        + " - interval '7 hours 30 minutes') + interval '7 hours 31 minutes') at time zone 'Asia/Shanghai'"
                        + " where code = ?",
                DOCUMENT);
        assertThat(told()).isEmpty();
        Rows.change("update library_follow set told_at = now() - interval '30 days'");
        changed(DOCUMENT, "8 days");
        assertThat(told()).containsExactly("1 " + DOCUMENT);
    }

    @Test
    void writesTheLetter() throws Exception {
        follow("DOCUMENT", DOCUMENT, "AT_ONCE");
        Rows.change("update library_follow set told_at = now() - interval '1 hour'");
        changed(DOCUMENT, "10 minutes");
        Rows.change("insert into job (kind, slot, org_path) values ('tell-followers', now(), '0000.')");
        List<Rows.Row> letters = List.of();
        for (int i = 0; i < 240 && letters.isEmpty(); i++) {
            Thread.sleep(500);
            letters = Rows.all("select subject, body_text from mail where template = 'library-follow'");
        }
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).text("subject")).contains("282");
        assertThat(letters.get(0).text("body_text")).contains("/portal/library/documents/" + DOCUMENT);
    }

    @Test
    void showsWhatOneFollowsAndNobodyElses() throws SQLException {
        follow("DOCUMENT", DOCUMENT, "DAILY");
        assertThat(Jsoup.parse(reader.get(PATH).body()).select("td a").text()).contains("282");
        assertThat(Jsoup.parse(Caller.signedIn("textiles.user").get(PATH).body())
                        .select("td a")
                        .text())
                .isEmpty();
        assertThat(follow("DOCUMENT", DOCUMENT, "")).isEqualTo(303);
        assertThat(Rows.number("select count(*) from library_follow")).isZero();
    }

    @Test
    void changesWhatIsFollowedAlsoWhenThereIsNoRoomForMore() throws SQLException {
        follow("DOCUMENT", DOCUMENT, "DAILY");
        Rows.change("insert into library_follow (account_id, what, target, cadence) select account_id, 'DOCUMENT',"
                + " 'more-' || n, 'DAILY' from library_follow, generate_series(1, 199) n");
        assertThat(follow("DOCUMENT", DOCUMENT, "WEEKLY")).isEqualTo(303);
        assertThat(follow("TOPIC", "repair", "DAILY")).isEqualTo(409);
    }

    private int follow(String what, String target, String cadence) {
        return reader.form(PATH, Map.of("what", what, "target", target, "cadence", cadence))
                .statusCode();
    }

    private static void changed(String code, String ago) throws SQLException {
        Rows.change(
                "update document set changed_at = now() - cast(? as interval), version = version + 1 where code = ?",
                ago,
                code);
    }

    private static List<String> told() throws SQLException {
        return Rows.all("select many || ' ' || codes as told from take_follow_letters(1000000)").stream()
                .map(row -> row.text("told"))
                .toList();
    }
}
