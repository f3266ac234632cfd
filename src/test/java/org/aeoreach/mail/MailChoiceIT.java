package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody without a session says by the link of his mail. */
class MailChoiceIT {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Caller reader = Caller.anonymous();
    private String link;
    private String address;

    @BeforeEach
    void letter() throws Exception {
        int number = COUNT.incrementAndGet();
        link = "C".repeat(36) + "%07d".formatted(number);
        address = "choice" + number + "@choice.example";
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status, topic, link) values (?, 'campaign-mailing', 'zh', ?, 'x', 'x', 'x',"
                        + " 'x', '0000.5300.', 'SENT', 'CAMPAIGN', ?)",
                "<choice." + number + "@example.test>",
                address,
                link);
    }

    private String declined() throws Exception {
        return Rows.all("select array_to_string(declined, ',') as d from mail_choice where address = '" + address + "'")
                .stream()
                .map(row -> row.text("d"))
                .findFirst()
                .orElse("nothing");
    }

    private String path() {
        return "/portal/mail/" + link;
    }

    @Test
    void opensNothingByALinkNobodyGot() throws Exception {
        String unknown = "/portal/mail/" + "Z".repeat(43);
        for (String path : new String[] {unknown, unknown + "/unsubscribe"}) {
            assertThat(reader.get(path).statusCode()).isEqualTo(404);
            assertThat(reader.form(path, Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void changesNothingWhenOnlyLookedAt() throws Exception {
        assertThat(reader.get(path()).statusCode()).isEqualTo(200);
        HttpResponse<String> page = reader.get(path() + "/unsubscribe");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<form").doesNotContain(address);
        assertThat(declined()).isEqualTo("nothing");
    }

    @Test
    void declinesByOneRequestHoweverOftenItComes() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = reader.form(path() + "/unsubscribe", Map.of("List-Unsubscribe", "One-Click"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(declined()).isEqualTo("CAMPAIGN");
    }

    @Test
    void keepsWhatIsTickedAndTakesItBack() throws Exception {
        assertThat(reader.form(path(), Map.of("topics", "LIBRARY")).statusCode())
                .isEqualTo(303);
        assertThat(declined()).isEqualTo("CAMPAIGN,WORK");
        assertThat(reader.form(path(), Map.of("topics", "CAMPAIGN")).statusCode())
                .isEqualTo(303);
        assertThat(declined()).isEqualTo("LIBRARY,WORK");
    }

    @Test
    void changesLanguageAndChannelOfThePersonWithThatAddressAlone() throws Exception {
        long enterprise = Rows.number("select min(id) from enterprise where org_path = '0000.5300.5304.'");
        String person =
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, mail, preferred_channel,"
                        + " purpose, legal_basis) select id, unit_id, org_path, 'x', ?, 'PHONE', 'OUTREACH', 'STATUTORY_DUTY'"
                        + " from enterprise where id = ? returning id";
        long his = Rows.number(person, address, enterprise);
        long another = Rows.number(person, "other." + address, enterprise);
        Map<String, String> wanted = new HashMap<>(Map.of("topics", "CAMPAIGN", "language", "EN", "channel", "MAIL"));
        assertThat(reader.form(path(), wanted).statusCode()).isEqualTo(303);
        String state =
                "select language || ' ' || preferred_channel || ' ' || version as s from contact_person where id = ?";
        assertThat(Rows.one(state, his).text("s")).isEqualTo("en MAIL 1");
        assertThat(Rows.one(state, another).text("s")).isEqualTo("zh PHONE 0");
        wanted.put("language", "XX");
        HttpResponse<String> refused = reader.form(path(), wanted);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Rows.one(state, his).text("s")).isEqualTo("en MAIL 1");
    }

    @Test
    void changesHowOftenHeHearsOfWhatHeFollowsAndNotWhatOthersDo() throws Exception {
        String follows = "with a as (insert into account (kind, login, name_zh, mail, language, unit_id, org_path)"
                + " select 'OFFICER', ?, 'x', ?, 'zh', id, org_path from unit where code = '5304' returning id)"
                + " insert into library_follow (account_id, what, target, cadence) select a.id, 'TOPIC', t, 'AT_ONCE'"
                + " from a, unnest(array['one', 'two']) t returning account_id";
        long his = Rows.all(follows, "his." + address, address).get(0).id("account_id");
        long others =
                Rows.all(follows, "other." + address, "other." + address).get(0).id("account_id");
        assertThat(reader.get(path()).body()).containsPattern("value=\"AT_ONCE\"[^>]*checked");
        Map<String, String> wanted = new HashMap<>(Map.of("topics", "LIBRARY", "frequency", "WEEKLY"));
        assertThat(reader.form(path(), wanted).statusCode()).isEqualTo(303);
        String cadence = "select string_agg(distinct cadence, ' ') as c from library_follow where account_id = ?";
        assertThat(Rows.one(cadence, his).text("c")).isEqualTo("WEEKLY");
        assertThat(Rows.one(cadence, others).text("c")).isEqualTo("AT_ONCE");
        wanted.put("frequency", "HOURLY");
        assertThat(reader.form(path(), wanted).statusCode()).isEqualTo(400);
        wanted.remove("frequency");
        assertThat(reader.form(path(), wanted).statusCode()).isEqualTo(303);
        assertThat(Rows.one(cadence, his).text("c")).as("left unsaid it stays").isEqualTo("WEEKLY");
    }
}
