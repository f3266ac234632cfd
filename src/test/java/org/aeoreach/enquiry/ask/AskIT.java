package org.aeoreach.enquiry.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks gets a number at once, reads his thread and nobody else's, and wakes what was closed. */
@RunAsClient
class AskIT implements ServerTest {
    private static final String MINE = "/portal/my/enquiries";
    private static final String FORM = "multipart/form-data; boundary=part";

    @BeforeEach
    void asInTheBeginning() throws SQLException {
        Rows.change("delete from rate_counter");
    }

    static HttpResponse<String> send(Caller caller, String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            String[] name = fields[i].split("/", 2);
            body.append("--part\r\nContent-Disposition: form-data; name=\"").append(name[0]);
            body.append(name.length == 1 ? "\"" : "\"; filename=\"" + name[1] + "\"\r\nContent-Type: application/x");
            body.append("\r\n\r\n").append(fields[i + 1]).append("\r\n");
        }
        return caller.send("POST", path, body + "--part--\r\n", "Content-Type", FORM);
    }

    private static String asked(Caller caller, String... more) {
        String[] fields = new String[6 + more.length];
        System.arraycopy(new String[] {"subject", "企业名称变更", "body", "名称变更后证书如何处理？", "seen", "true"}, 0, fields, 0, 6);
        System.arraycopy(more, 0, fields, 6, more.length);
        HttpResponse<String> answer = send(caller, MINE, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static long id(String address) {
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    static Map<String, String> stranger(String mail) throws SQLException {
        return new TreeMap<>(Map.of(
                "subject",
                "A question",
                "body",
                "xyzzy plugh",
                "unitId",
                Long.toString(Units.id("5304")),
                "name",
                "Li Lei",
                "mail",
                mail,
                "language",
                "EN",
                "seen",
                "true"));
    }

    static HttpResponse<String> ask(Map<String, String> fields, String... files) {
        Stream<String> typed = fields.entrySet().stream().flatMap(each -> Stream.of(each.getKey(), each.getValue()));
        String[] all = Stream.concat(typed, Stream.of(files)).toArray(String[]::new);
        return send(Caller.anonymous(), "/portal/ask", all);
    }

    static String link(String mail) throws SQLException {
        String text = Rows.one(
                        "select body_text from mail where recipient = ? and template = 'enquiry-confirm' order by id desc"
                                + " limit 1",
                        mail)
                .text("body_text");
        Matcher found = Pattern.compile("/portal/ask/status/[A-Za-z0-9_-]{43}").matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void goesToTheHouseOfTheEnterpriseWithNumberClocksAndReceipt() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller boss = enterprise.user("boss", SampleEnterprise.ALL);
        String address = asked(boss);
        Rows.Row kept = Rows.one(
                "select e.number, e.org_path, w.status, w.due_at is not null as runs, e.language, (select count(*)"
                        + " from enquiry_step s where s.enquiry_id = e.id and s.left_at is null) as steps from enquiry e"
                        + " join enquiry_work w on w.enquiry_id = e.id where e.id = ?",
                id(address));
        assertThat(kept.text("org_path")).isEqualTo("0000.5300.5304.");
        assertThat(kept.text("status")).isEqualTo("NEW");
        assertThat(kept.text("runs")).isEqualTo("true");
        assertThat(kept.text("steps")).isEqualTo("1");
        assertThat(boss.get(address).body()).contains(kept.text("number"), "名称变更后证书如何处理？");
        assertThat(boss.get(MINE).body()).contains(kept.text("number"));
        assertThat(Rows.one(
                                "select subject from mail where recipient = ? order by id desc limit 1",
                                enterprise.mail("boss"))
                        .text("subject"))
                .contains(kept.text("number"));
    }

    @Test
    void isSeenByColleaguesOnlyWhereTheAdministratorAndTheAskerLetThemAndByNobodyElse() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Caller boss = enterprise.user("boss", SampleEnterprise.ALL);
        Caller colleague = enterprise.user("colleague", "ASK");
        Caller other = SampleEnterprise.at("5304").user("boss", SampleEnterprise.ALL);
        String alone = asked(boss);
        String shared = asked(boss, "forColleagues", "true", "file/a.csv", "a,b");
        assertThat(colleague.get(shared).statusCode()).as("not allowed yet").isEqualTo(404);
        assertThat(boss.form(MINE + "/sharing", Map.of("shared", "true", "version", "0"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(colleague.get(alone).statusCode()).isEqualTo(404);
        assertThat(colleague.get(shared).statusCode()).isEqualTo(200);
        assertThat(other.get(shared).statusCode()).isEqualTo(404);
        assertThat(send(other, shared, "body", "x").statusCode()).isEqualTo(404);
        long file = Rows.number(
                "select f.file_id from enquiry_file f join enquiry_message m on m.id = f.message_id where m.enquiry_id = ?",
                id(shared));
        assertThat(colleague.get("/files/" + file).statusCode()).isEqualTo(200);
        assertThat(other.get("/files/" + file).statusCode()).isEqualTo(404);
    }

    @Test
    void namesTheFilesItRefusesAndKeepsWhatWasTyped() throws SQLException {
        Caller boss = SampleEnterprise.at("5304").user("boss", SampleEnterprise.ALL);
        long before = Rows.number("select count(*) from enquiry");
        HttpResponse<String> answer = send(
                boss,
                MINE,
                "subject",
                "附件",
                "body",
                "见附件，谢谢",
                "seen",
                "true",
                "file/好.csv",
                "a,b",
                "file/坏.exe",
                "MZ\u0000\u0001");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("坏.exe", "见附件，谢谢", "id=\"file-error\"")
                .doesNotContain("好.csv");
        assertThat(Rows.number("select count(*) from enquiry")).isEqualTo(before);
    }

    @Test
    void reopensWithinThirtyDaysOfClosingAndBeginsAnewLater() throws SQLException {
        Caller boss = SampleEnterprise.at("5304").user("boss", SampleEnterprise.ALL);
        String address = asked(boss);
        close(id(address), 29);
        assertThat(send(boss, address, "body", "还有一点").headers().firstValue("Location"))
                .hasValue(address);
        Rows.Row work = Rows.one(
                "select status, due_at is not null as runs, reopened from enquiry_work where enquiry_id = ?",
                id(address));
        assertThat(work.text("status")).isEqualTo("REOPENED");
        assertThat(work.text("runs")).isEqualTo("true");
        assertThat(work.text("reopened")).isEqualTo("1");
        close(id(address), 31);
        String fresh = send(boss, address, "body", "又有一点")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(fresh).isNotEqualTo(address);
        assertThat(boss.get(fresh).body()).contains("又有一点").doesNotContain("还有一点");
        assertThat(Rows.number(
                        "select count(*) from enquiry_link where enquiry_id = ? and other_id = ? and relation = 'RELATED'",
                        id(fresh),
                        id(address)))
                .isEqualTo(1);
    }

    private static void close(long id, int daysAgo) throws SQLException {
        Rows.change(
                "update enquiry_step set left_at = now(), passed = 'CLOSED' where enquiry_id = ? and left_at is null",
                id);
        Rows.change(
                "update enquiry_work set status = 'CLOSED', due_at = null, warn_at = null, total_due_at = null,"
                        + " clock_since = null, left_minutes = 60, total_left_minutes = 60 where enquiry_id = ?",
                id);
        Rows.change("update enquiry set closed_at = now() - make_interval(days => ?) where id = ?", daysAgo, id);
    }

    @Test
    void entersAStrangersQuestionOnlyOnceHeHasConfirmedAndOnlyOnce() throws SQLException {
        String mail = "stranger" + System.nanoTime() + "@example.test";
        HttpResponse<String> kept = ask(stranger(mail));
        assertThat(kept.statusCode()).isEqualTo(200);
        Matcher number = Pattern.compile("[0-9]{4}-[0-9]{7}").matcher(kept.body());
        assertThat(number.find()).isTrue();
        String count = "select count(*) from enquiry where number = ?";
        String link = link(mail);
        assertThat(Caller.anonymous().get(link).body()).contains(number.group(), "xyzzy plugh");
        assertThat(Rows.number(count, number.group()))
                .as("a look confirms nothing")
                .isZero();
        String confirm = link + "/confirmation";
        assertThat(Caller.anonymous().form(confirm, Map.of()).statusCode()).isEqualTo(303);
        HttpResponse<String> twice = Caller.anonymous().form(confirm, Map.of());
        assertThat(twice.statusCode()).isEqualTo(303);
        assertThat(twice.headers().firstValue("Location")).hasValue(link);
        assertThat(Rows.number(count, number.group())).isEqualTo(1);
        assertThat(Caller.anonymous().get(link).body()).contains(number.group(), "xyzzy plugh");
        assertThat(Rows.number(
                        "select count(*) from enquiry_token where hash = sha256(?::bytea)",
                        link.substring(link.lastIndexOf('/') + 1)))
                .as("only the hash is kept")
                .isEqualTo(1);
        assertThat(send(Caller.anonymous(), link, "body", "One more thing", "file/a.csv", "a,b")
                        .statusCode())
                .isEqualTo(303);
        String page = Caller.anonymous().get(link).body();
        assertThat(page).contains("One more thing", "a.csv");
        Matcher file = Pattern.compile(link + "/files/[0-9]+").matcher(page);
        assertThat(file.find()).isTrue();
        assertThat(Caller.anonymous().get(file.group()).body()).isEqualTo("a,b");
    }

    @Test
    void entersAConfirmedQuestionWhereTheWorkOfItsUnitGoesNow() throws SQLException {
        long house = Units.newHouse("5300");
        String mail = "late" + System.nanoTime() + "@example.test";
        Map<String, String> fields = stranger(mail);
        fields.put("unitId", Long.toString(house));
        ask(fields, "file/a.csv", "a,b");
        Rows.change("update unit set closed_on = china_day() where id = ?", house);
        String link = link(mail);
        assertThat(Caller.anonymous().form(link + "/confirmation", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Rows.one("select org_path from enquiry where asker_mail = ?", mail)
                        .text("org_path"))
                .isEqualTo("0000.5300.");
        assertThat(Caller.anonymous().get(link).body()).contains("xyzzy plugh", "a.csv");
    }

    @Test
    void confirmsNothingWithALinkThatIsOver() {
        String over = "/portal/ask/status/" + "B".repeat(43) + "/confirmation";
        assertThat(Caller.anonymous().form(over, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasTypedWhenOneAccountHasAskedTooOften() throws SQLException {
        Caller boss = SampleEnterprise.at("5304").user("boss", SampleEnterprise.ALL);
        String address = asked(boss);
        Rows.change("update rate_counter set used = 100000 where key like 'ENQUIRY:account:%'");
        HttpResponse<String> page = send(boss, MINE, "subject", "次数", "body", "写好的长问题", "seen", "true");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("写好的长问题");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> more = send(boss, address, "body", "补充的话");
        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(more.body()).contains("补充的话");
        HttpResponse<String> rest = boss.json(
                "POST", "/api/v1/portal/enquiries", "{\"subject\":\"次数\",\"body\":\"问\",\"forColleagues\":false}");
        assertThat(rest.statusCode()).isEqualTo(429);
        assertThat(rest.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aLinkOpensNothingButItsOwnEnquiry() throws SQLException {
        assertThat(Caller.anonymous()
                        .get("/portal/ask/status/" + "A".repeat(43))
                        .statusCode())
                .isEqualTo(404);
        String mail = "other" + System.nanoTime() + "@example.test";
        ask(stranger(mail));
        String link = link(mail);
        Caller.anonymous().form(link + "/confirmation", Map.of());
        Caller boss = SampleEnterprise.at("5304").user("boss", SampleEnterprise.ALL);
        String address = asked(boss, "file/b.csv", "secret,1");
        long file = Rows.number(
                "select f.file_id from enquiry_file f join enquiry_message m on m.id = f.message_id where m.enquiry_id = ?",
                id(address));
        assertThat(Caller.anonymous().get(link + "/files/" + file).statusCode()).isEqualTo(404);
        Rows.change("update enquiry_token set expires_at = now() - interval '1 minute' where enquiry_id is not null");
        assertThat(Caller.anonymous().get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void answersAKnownAddressAsAnyOther() throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        enterprise.user("boss", SampleEnterprise.ALL);
        String known = shown(enterprise.mail("boss"));
        assertThat(shown("nobody" + System.nanoTime() + "@example.test")).isEqualTo(known);
    }

    private static String shown(String mail) throws SQLException {
        return ask(stranger(mail)).body().replace(mail, "").replaceAll("[0-9]{4}-[0-9]{7}", "");
    }

    @Test
    void sendsAtMostAFewLettersToOneAddress() throws SQLException {
        int last = 0;
        for (int i = 0; i < 6; i++) {
            last = ask(stranger("one@example.test")).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void showsPassagesBeforeSendingAndCountsTheOneThatAnswers() throws SQLException {
        Map<String, String> fields = stranger("spared@example.test");
        fields.putAll(Map.of("subject", "申请高级认证企业的条件", "body", "需要什么条件？"));
        fields.remove("seen");
        HttpResponse<String> shown = ask(fields);
        assertThat(shown.body()).contains("name=\"seen\"", "/portal/ask/answered", "需要什么条件？");
        Matcher document =
                Pattern.compile("name=\"document\" value=\"([^\"]+)\"").matcher(shown.body());
        assertThat(document.find()).isTrue();
        long before = Rows.number("select count(*) from enquiry_spared");
        HttpResponse<String> yes = Caller.anonymous()
                .form("/portal/ask/answered", Map.of("document", document.group(1), "subject", "申请条件"));
        assertThat(yes.headers().firstValue("Location").orElse("")).contains(document.group(1));
        assertThat(Rows.number("select count(*) from enquiry_spared")).isEqualTo(before + 1);
        assertThat(Rows.number("select count(*) from enquiry_intake where content ->> 'mail' = 'spared@example.test'"))
                .isZero();
    }

    @Test
    void unitsSeeWhatTheirAskersWereSparedAndByWhichDocument() throws SQLException {
        Rows.change("delete from enquiry_spared");
        String document = Rows.one("select d.code from document d join document_text t on t.document_id = d.id"
                        + " and t.language = 'zh' where not d.archived order by d.id limit 1")
                .text("code");
        String title = Rows.one(
                        "select t.title from document d join document_text t on t.document_id = d.id"
                                + " and t.language = 'zh' where d.code = ?",
                        document)
                .text("title");
        for (String unit : new String[] {"5304", "5304", "2210"}) {
            Caller.anonymous()
                    .form(
                            "/portal/ask/answered",
                            Map.of("document", document, "subject", "条件", "unitId", Long.toString(Units.id(unit))));
        }
        Caller.anonymous().form("/portal/ask/answered", Map.of("document", document, "subject", "条件"));
        Rows.change(
                "insert into enquiry_spared (document_id, language, at) select id, 'zh', now() - interval '13 months'"
                        + " from document where code = ?",
                document);
        Map<String, String> seen = Map.of("shekou.officer", "2", "shenzhen.officer", "2", "gacc.officer", "4");
        for (Map.Entry<String, String> each : seen.entrySet()) {
            Rows.change("update account set language = 'zh' where login = ?", each.getKey());
            Document page = Jsoup.parse(
                    Caller.signedIn(each.getKey()).get("/desk/enquiries/spared").body());
            assertThat(page.select("tbody tr").eachText())
                    .as(each.getKey())
                    .containsExactly(title + " " + each.getValue());
        }
    }
}
