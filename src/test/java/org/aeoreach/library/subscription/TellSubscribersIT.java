package org.aeoreach.library.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What subscribers are told, when, and that none of it comes twice. */
@RunAsClient
class TellSubscribersIT implements ServerTest {

    private static final String ADDRESS = "ann@digest.example";

    private String policy = "";
    private String question = "";

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        Rows.change("delete from library_subscription");
        Rows.change("delete from mail_choice where address = ?", ADDRESS);
        Rows.change("delete from mail_block where address = ?", ADDRESS);
        Rows.change("update document d set version = v.last from (select document_id, max(version) as last"
                + " from document_version group by document_id) v where v.document_id = d.id and d.version > v.last");
        Rows.change("update document set changed_at = now() - interval '20 days'");
        policy = code("POLICY");
        question = code("QUESTION");
    }

    private static String code(String kind) throws SQLException {
        return Rows.one(
                        "select code from document where kind = ? and cardinality(topics) > 0 and not archived"
                                + " and org_path = '0000.' order by code limit 1",
                        kind)
                .text("code");
    }

    private static void subscribe(String cadence) throws SQLException {
        Rows.change(
                "insert into library_subscription (address, topics, language, cadence, told_at)"
                        + " select ?, array_agg(code), 'en', ?, now() - interval '10 days' from library_topic",
                ADDRESS,
                cadence);
    }

    private static void changed(String code, String ago) throws SQLException {
        Rows.change(
                "update document set version = version + 1, changed_at = now() - cast(? as interval) where code = ?",
                ago,
                code);
    }

    /** What the job takes, in a transaction of the application that is committed or not. */
    private static List<String> told(boolean commits) throws SQLException {
        try (Connection application = TestPostgres.running().application()) {
            application.setAutoCommit(false);
            List<String> letters = new ArrayList<>();
            try (PreparedStatement take = application.prepareStatement(
                            "select address, language, many, codes from take_subscription_letters(100)");
                    ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    letters.add(
                            row.getString(1) + " " + row.getString(2) + " " + row.getInt(3) + " " + row.getString(4));
                }
            }
            if (commits) {
                application.commit();
            } else {
                application.rollback();
            }
            return letters;
        }
    }

    private static List<String> told() throws SQLException {
        return told(true);
    }

    @Test
    void gathersWhatIsNewInOneLetterAndTellsNothingTwice() throws SQLException {
        subscribe("DAILY");
        changed(policy, "3 days");
        changed(question, "4 days");
        changed(code("SERVICE_GUIDE"), "3 days");
        assertThat(told()).containsExactly(ADDRESS + " en 2 " + policy + "," + question);
        assertThat(told()).isEmpty();
        changed(policy, "0 seconds");
        assertThat(told()).as("waits for the next morning").isEmpty();
    }

    @Test
    void tellsAllOfItAgainWhenItsTransactionWasKilled() throws SQLException {
        subscribe("DAILY");
        changed(policy, "3 days");
        List<String> killed = told(false);
        assertThat(killed).hasSize(1);
        assertThat(told()).isEqualTo(killed);
        assertThat(told()).isEmpty();
    }

    @Test
    void missesNothingThatWasCommittedLaterAndTellsNoVersionTwice() throws SQLException {
        subscribe("AT_ONCE");
        changed(question, "2 hours");
        assertThat(told()).containsExactly(ADDRESS + " en 1 " + question);
        changed(policy, "3 hours");
        assertThat(told()).as("begun before the letter, seen after it").containsExactly(ADDRESS + " en 1 " + policy);
        assertThat(told()).isEmpty();
    }

    @Test
    void isSilentWhereNobodyWantsOrGetsMailAndBringsNoneOfItLater() throws SQLException {
        subscribe("DAILY");
        changed(policy, "3 days");
        Rows.change("insert into mail_choice (address, declined) values (?, array['LIBRARY'])", ADDRESS);
        assertThat(told()).isEmpty();
        Rows.change("delete from mail_choice where address = ?", ADDRESS);
        assertThat(told()).as("what happened meanwhile is no news").isEmpty();
        Rows.change("update library_subscription set told_at = now() - interval '10 days'");
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason) values (?, '0000.', 'BOUNCED', 'x')",
                ADDRESS);
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfADistrictOnlyWhoWantsThat() throws SQLException {
        subscribe("DAILY");
        changed(policy, "3 days");
        move("5300");
        try {
            assertThat(told(false)).isEmpty();
            Rows.change("update library_subscription set district = (select id from unit where code = '2200'),"
                    + " told_at = now() - interval '10 days'");
            assertThat(told(false)).isEmpty();
            Rows.change("update library_subscription set district = (select id from unit where code = '5300')");
            assertThat(told()).hasSize(1);
        } finally {
            move("0000");
        }
    }

    private void move(String unit) throws SQLException {
        Rows.change(
                "update document d set unit_id = u.id, org_path = u.org_path from unit u where d.code = ? and u.code = ?",
                policy,
                unit);
    }

    @Test
    void refusesWhoeverIsSignedIn() throws SQLException {
        try (Connection application = TestPostgres.running().application()) {
            application.setAutoCommit(false);
            try (PreparedStatement as = application.prepareStatement("select set_config('app.account', '1', true)")) {
                as.executeQuery().close();
            }
            try (PreparedStatement take = application.prepareStatement("select * from take_subscription_letters(1)")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(take::executeQuery)
                        .isInstanceOf(SQLException.class);
            }
            application.rollback();
        }
    }

    @Test
    void writesALetterInHisLanguageThatHeCanDecline() throws Exception {
        subscribe("AT_ONCE");
        changed(policy, "1 hour");
        Rows.change("delete from mail where recipient = ?", ADDRESS);
        Rows.change("insert into job (kind, slot, org_path) values ('tell-subscribers', now(), '0000.')");
        List<Rows.Row> letters = List.of();
        for (int i = 0; i < 600 && letters.isEmpty(); i++) {
            Thread.sleep(100);
            letters = Rows.all("select language, topic, subject, body_text from mail where recipient = ?", ADDRESS);
        }
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.text("language")).isEqualTo("en");
            assertThat(letter.text("topic")).isEqualTo("LIBRARY");
            assertThat(letter.text("body_text"))
                    .contains("/portal/library/documents/" + policy)
                    .contains("/portal/mail/");
        });
        Rows.change("delete from mail where recipient = ?", ADDRESS);
    }
}
