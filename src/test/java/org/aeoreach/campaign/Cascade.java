package org.aeoreach.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.platform.Time;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/** A campaign of a test's own, taken through its steps over REST as people take it. */
public record Cascade(long id) {

    /** What plans of tests say of their region. */
    public static final String REGIONAL = "前海与综合保税区企业多";

    public static final LocalDate TODAY = LocalDate.now(Time.ZONE);

    /** Two audiences of which the first expects a share as given, in per cent, and the other of it all. */
    public static String content(String title, int expected) {
        return "{\"titleZh\":\"" + title + "\",\"purposeZh\":\"让企业知晓政策\",\"startsOn\":\"" + TODAY
                + "\",\"endsOn\":\"" + TODAY.plusDays(200) + "\",\"acknowledgeBy\":\"" + TODAY.plusDays(7)
                + "\",\"planBy\":\"" + TODAY.plusDays(14) + "\",\"reportsOn\":[],\"sisterSums\":false,\"audiences\":["
                + audience("ALL", expected, "DELIVERED") + "," + audience("PROSPECTIVE", 100, "ONE_TO_ONE") + ","
                + audience("AEO", 100, "ONE_TO_ONE") + "],\"documents\":[]}";
    }

    private static String audience(String audience, int expected, String strength) {
        return "{\"audience\":\"" + audience + "\",\"textZh\":\"致" + audience + "\",\"expected\":" + expected
                + ",\"leastStrength\":\"" + strength + "\",\"channels\":[]}";
    }

    /** What is sent to write one for the districts of these codes. */
    public static String directive(String title, String... units) {
        return "{\"content\":" + content(title, 50) + ",\"units\":["
                + Arrays.stream(units).map(unit -> "\"" + unit + "\"").collect(Collectors.joining(",")) + "]}";
    }

    public static Cascade drafted(Caller author, String title, String... units) {
        Reply made = Reply.of(author.json("POST", "/api/v1/campaigns", directive(title, units)));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return new Cascade(made.id());
    }

    /** A directive to these districts that runs, with an enterprise in the houses 5304 and 5316 at least. */
    public static Cascade running(String title, String... units) throws SQLException {
        SampleEnterprise.at("5304");
        SampleEnterprise.at("5304");
        SampleEnterprise.at("5316");
        Caller author = Caller.signedIn("gacc.officer");
        return drafted(author, title, units).issued(author, Caller.signedIn("gacc.editor"));
    }

    /** A campaign of the unit that runs, with an enterprise of 5304 in scope that can be written to. */
    public static Cascade started(String unit) throws SQLException {
        long id = Rows.number(
                "insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, status,"
                        + " frozen_at, author_id) select u.id, u.org_path, 'OWN', '群发样例', '样例', china_day() - 1,"
                        + " china_day() + 30, 'RUNNING', now(), a.id from unit u, account a where u.code = ?"
                        + " and a.login = 'gacc.officer' returning id",
                unit);
        Rows.change(
                "insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)"
                        + " values (?, 'ALL', '样例', 80, 'ONE_TO_ONE')",
                id);
        Cascade started = new Cascade(id);
        started.reader("样例", "zh");
        return started;
    }

    /** An enterprise of 5304 in scope with somebody of this name and language who can be written to. */
    public SampleEnterprise reader(String name, String language) throws SQLException {
        SampleEnterprise enterprise = SampleEnterprise.at("5304");
        Rows.change(
                "insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path,"
                        + " audience, track, priority) select id, ?, unit_id, org_path, unit_id, org_path, 'ALL', 'NONE', 1"
                        + " from enterprise where id = ?",
                id,
                enterprise.id());
        Rows.change(
                "insert into contact_person (enterprise_id, unit_id, org_path, name_zh, language, mail, purpose,"
                        + " legal_basis) select id, unit_id, org_path, ?, ?, ?, 'OUTREACH', 'STATUTORY_DUTY'"
                        + " from enterprise where id = ?",
                name,
                language,
                enterprise.mail("reader"),
                enterprise.id());
        return enterprise;
    }

    /** The address of a mailing that goes out much later. */
    String mailing(Caller author) {
        Reply made = Reply.of(author.json(
                "POST",
                api() + "/mailings",
                "{\"titleZh\":\"群发\",\"states\":[\"UNTOUCHED\"],\"sendDay\":\"2099-01-01\",\"texts\":["
                        + "{\"audience\":\"ALL\",\"subjectZh\":\"主题\",\"bodyZh\":\"正文\"}]}"));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return api() + "/mailings/" + made.id();
    }

    Reply mailingStep(Caller who, String mailing, String step) {
        Reply seen = Reply.of(who.get(mailing));
        return seen.status() == 200 ? sent(who, "POST", mailing + step, null, seen.etag()) : seen;
    }

    public Cascade issued(Caller author, Caller approver) throws SQLException {
        done(step(author, "/submission", null));
        done(step(approver, "/approval", null));
        assertThat(frozen()).isEqualTo("RUNNING");
        return this;
    }

    /** The status once the job is over. */
    public String frozen() throws SQLException {
        for (int i = 0; i < 600; i++) {
            Rows.Row row = Rows.one(
                    "select c.status, j.status as job from campaign c join job j on j.id = c.job_id where c.id = ?",
                    id);
            if (!row.text("job").matches("WAITING|RUNNING")) {
                return row.text("status");
            }
            pause();
        }
        throw new AssertionError("freezing did not end");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String api() {
        return "/api/v1/campaigns/" + id;
    }

    public String desk() {
        return "/desk/campaigns/" + id;
    }

    public Reply read(Caller who) {
        return Reply.of(who.get(api()));
    }

    /** A step with the campaign, of the version the caller sees. */
    public Reply step(Caller who, String step, @Nullable String body) {
        return sent(who, "POST", api() + step, body, read(who).etag());
    }

    public Reply plan(Caller who, String unit) {
        return Reply.of(who.get(api() + "/plans/" + unit));
    }

    /** A step with the plan of a unit, of the version the caller sees. */
    public Reply step(Caller who, String unit, String step, @Nullable String body) {
        return sent(
                who,
                "POST",
                api() + "/plans/" + unit + step,
                body,
                plan(who, unit).etag());
    }

    public static Reply sent(Caller who, String verb, String path, @Nullable String body, String version) {
        return Reply.of(who.send(verb, path, body, "Content-Type", "application/json", "If-Match", version));
    }

    public static Reply done(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }

    /** An officer of the unit nobody knows yet, who can sign in. */
    public static Caller newcomer(String unit, String role) throws SQLException {
        String login = "newcomer." + System.nanoTime();
        Rows.number(
                "with a as (insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER', ?,"
                        + " '新人', 'newcomer@example.test', id, org_path from unit where code = ? returning id, unit_id,"
                        + " org_path) insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select id, ?, unit_id, org_path, date '2026-01-01' from a returning id",
                login,
                unit,
                role);
        return Caller.signedIn(login);
    }

    /** What is proposed for each house, less so many for the first that has one. */
    public String split(Caller who, String unit, long less) {
        long[] left = {less};
        return plan(who, unit).body().getJsonArray("houses").getValuesAs(JsonObject.class).stream()
                .map(each -> {
                    long target = each.getJsonNumber("proposed").longValue();
                    long taken = Math.min(left[0], target);
                    left[0] -= taken;
                    return "{\"unit\":\"" + each.getJsonObject("unit").getString("code") + "\",\"target\":"
                            + (target - taken) + "}";
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Writes the plan of a unit. @param houses JSON of what each is to reach */
    public Reply save(Caller who, String unit, String houses) {
        return sent(
                who,
                "PUT",
                api() + "/plans/" + unit,
                "{\"regionalZh\":\"" + REGIONAL + "\",\"channels\":[\"VISIT\"],\"documents\":[],\"houses\":" + houses
                        + "}",
                plan(who, unit).etag());
    }

    /** Taken note of, planned as proposed and sent to a second person. */
    public void submitted(Caller officer, String unit) {
        done(step(officer, unit, "/acknowledgement", null));
        done(save(officer, unit, split(officer, unit, 0)));
        done(step(officer, unit, "/submission", null));
    }

    public void approved(Caller officer, Caller second, String unit) {
        submitted(officer, unit);
        done(step(second, unit, "/approval", null));
    }

    public void handedDown(Caller officer, Caller second, String unit) {
        approved(officer, second, unit);
        done(step(officer, unit, "/push", null));
    }
}
