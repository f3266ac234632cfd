package org.aeoreach.library.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only who has read the letter subscribes, and nobody learns whether an address is known. */
@RunAsClient
class SubscribeIT implements ServerTest {

    private static final String PATH = "/portal/subscribe";
    private static final AtomicInteger COUNT = new AtomicInteger();
    // So many letters an hour go to an address.
    private static String host = "";

    private final Caller visitor = Caller.anonymous();

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        host = "@news" + COUNT.incrementAndGet() + ".example";
        Rows.change("delete from library_subscription_request");
        Rows.change("delete from library_subscription");
        Rows.change("delete from mail where recipient like '%@news%.example'");
        Rows.change("delete from mail_block where address like '%@news%.example'");
        Rows.change("delete from mail_choice where address like '%@news%.example'");
    }

    private HttpResponse<String> ask(String name) {
        return visitor.form(
                PATH,
                new HashMap<>(Map.of("mail", name + host, "topics", "repair", "language", "EN", "cadence", "WEEKLY")));
    }

    private static List<String> letters(String template) throws SQLException {
        return Rows.all(
                        "select body_text from mail where template = ? and recipient like '%' || ? order by id",
                        template, host)
                .stream()
                .map(row -> row.text("body_text"))
                .toList();
    }

    /** The path of the link in the newest letter to confirm. */
    private static String link() throws SQLException {
        List<String> letters = letters("library-subscribe");
        Matcher link = Pattern.compile("/portal/subscribe/[A-Za-z0-9_-]{43}").matcher(letters.get(letters.size() - 1));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static long subscribers() throws SQLException {
        return Rows.number("select count(*) from library_subscription");
    }

    @Test
    void beginsOnlyOnceTheLinkOfTheLetterWasConfirmed() throws SQLException {
        assertThat(ask("Ann").statusCode()).isEqualTo(200);
        assertThat(subscribers()).isZero();
        String link = link();
        assertThat(visitor.get(link).statusCode()).isEqualTo(200);
        assertThat(subscribers()).as("looking confirms nothing").isZero();
        assertThat(visitor.form(link, Map.of()).statusCode()).isEqualTo(200);
        assertThat(Rows.one("select address || ' ' || topics::text || ' ' || language || ' ' || cadence as s"
                                + " from library_subscription")
                        .text("s"))
                .isEqualTo("ann" + host + " {repair} en WEEKLY");
        assertThat(Rows.number(
                        "select count(*) from library_subscription_request where hash = sha256(convert_to(?, 'UTF8'))",
                        link.substring(link.lastIndexOf('/') + 1)))
                .isZero();
    }

    @Test
    void confirmsOnceAlone() throws SQLException {
        ask("ann");
        String link = link();
        assertThat(visitor.form(link, Map.of()).statusCode()).isEqualTo(200);
        assertThat(visitor.form(link, Map.of()).statusCode()).isEqualTo(404);
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
        assertThat(subscribers()).isOne();
    }

    @Test
    void knowsNoForgedLinkNorOneThatIsOver() throws SQLException {
        ask("ann");
        String link = link();
        String forged = PATH + "/" + "Z".repeat(43);
        assertThat(visitor.get(forged).statusCode()).isEqualTo(404);
        assertThat(visitor.form(forged, Map.of()).statusCode()).isEqualTo(404);
        Rows.change("update library_subscription_request set expires_at = now() - interval '1 second'");
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
        assertThat(visitor.form(link, Map.of()).statusCode()).isEqualTo(404);
        assertThat(subscribers()).isZero();
        assertThat(Rows.number("select count(*) from library_subscription_request where " + new OldRequests().over()))
                .as("what the purge deletes")
                .isOne();
    }

    @Test
    void keepsTheHashOfTheSecretAlone() throws SQLException {
        ask("ann");
        String secret = link().substring(PATH.length() + 1);
        assertThat(Rows.number(
                        "select count(*) from library_subscription_request r where r::text like '%' || ? || '%'",
                        secret))
                .isZero();
    }

    @Test
    void saysTheSameWhateverIsKnownOfAnAddressAndWritesToNoneThatIsBarred() throws SQLException {
        Rows.change(
                "insert into mail_block (address, org_path, cause, reason) values ('bob' || ?, '0000.', 'BOUNCED', 'x')",
                host);
        ask("ann");
        visitor.form(link(), Map.of());
        Rows.change("delete from mail where recipient like '%' || ?", host);
        String known = page("ann");
        assertThat(page("bob")).isEqualTo(known);
        assertThat(page("eve")).isEqualTo(known);
        assertThat(letters("library-subscribe")).hasSize(2);
        assertThat(Rows.number("select count(*) from library_subscription_request where address like 'bob%'"))
                .isZero();
    }

    /** What the page says, but for the address and what changes with each request. */
    private String page(String name) {
        HttpResponse<String> answer = ask(name);
        assertThat(answer.statusCode()).isEqualTo(200);
        Matcher main = Pattern.compile("(?s)<main.*</main>").matcher(answer.body());
        assertThat(main.find()).isTrue();
        return main.group().replace(name + host, "");
    }

    @Test
    void refusesWhatIsNoAddressNoTopicOrNoDistrictAndKeepsWhatWasTyped() throws SQLException {
        Map<String, String> good =
                Map.of("mail", "ann" + host, "topics", "repair", "language", "EN", "cadence", "WEEKLY");
        for (Map<String, String> wrong : List.of(
                Map.of("mail", "ann"),
                Map.of("mail", "ann" + host + "\r\nBcc: b@example.org"),
                Map.of("topics", "nothing-of-this-name"),
                Map.of("topics", ""),
                Map.of("district", "9999"),
                Map.of("cadence", "HOURLY"))) {
            Map<String, String> form = new HashMap<>(good);
            form.putAll(wrong);
            form.values().removeIf(String::isEmpty);
            HttpResponse<String> answer = visitor.form(PATH, form);
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("value=\"ann");
        }
        assertThat(letters("library-subscribe")).isEmpty();
    }

    @Test
    void takesSoManyRequestsForOneAddressAndNoMore() {
        int refused = 0;
        for (int i = 0; i < 8; i++) {
            refused += ask("flood").statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void endsByOneRequestOfTheMailProgramAndMayBeginAgain() throws SQLException {
        ask("ann");
        visitor.form(link(), Map.of());
        String secret = "D".repeat(43);
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text, body_html,"
                        + " org_path, status, topic, link) values ('<news@example.test>', 'library-digest', 'en', 'Ann' || ?, 'x',"
                        + " 'x', 'x', 'x', '0000.', 'SENT', 'LIBRARY', ?)",
                host,
                secret);
        String choice = "/portal/mail/" + secret;
        String page = visitor.get(choice).body();
        assertThat(page).containsPattern("value=\"WEEKLY\"[^>]*checked").containsPattern("value=\"EN\"[^>]*checked");
        assertThat(visitor.form(choice, Map.of("topics", "LIBRARY", "frequency", "DAILY", "language", "ZH"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Rows.one("select language || cadence as s from library_subscription")
                        .text("s"))
                .isEqualTo("zhDAILY");
        assertThat(visitor.form(choice + "/unsubscribe", Map.of("List-Unsubscribe", "One-Click"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(barred()).isEqualTo("DECLINED");
        ask("ann");
        assertThat(barred()).as("asking alone changes nothing").isEqualTo("DECLINED");
        assertThat(visitor.form(link(), Map.of()).statusCode()).isEqualTo(200);
        assertThat(barred()).isEqualTo("no");
        assertThat(subscribers()).isOne();
    }

    private static String barred() throws SQLException {
        return Rows.one(
                        "select coalesce(mail_barred(m), 'no') as s from mail m where m.message_id = '<news@example.test>'")
                .text("s");
    }
}
