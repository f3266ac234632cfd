package org.aeoreach.enterprise.portfolio.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.testing.Units;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portfolio of two thousand goes over by a job, as a whole, whatever happens to the job; and comes back likewise. */
@RunAsClient
class LargeHandoverIT implements ServerTest {

    private static final int MANY = 2_000;

    /** By its number the last but one, by its name the first. */
    private static final int LAST = 1_999;

    private static final String OURS = " where customs_code like '530479%'";

    private final Caller officer = Caller.signedIn("shekou.admin");
    private final long to = Caller.account("shekou.coordinator");
    private long from;

    @BeforeEach
    void aLargePortfolio() throws SQLException {
        removed();
        Rows.change("delete from rate_counter");
        from = Rows.number("insert into account (kind, login, name_zh, mail, unit_id, org_path) select 'OFFICER',"
                + " 'giver.' || nextval('account_seq'), '移交人', 'giver@example.test', id, org_path from unit"
                + " where code = '5304' returning id");
        Rows.change(
                "insert into role_assignment (account_id, role, unit_id, org_path, valid_from)"
                        + " select ?, 'HOUSE_OFFICER', id, org_path, china_day() - 10 from unit where code = '5304'",
                from);
        Rows.change(
                "insert into enterprise (name_zh, name_en, unit_id, org_path, customs_code, mail_on_file)"
                        + " select '移交样本' || n, 'Sample ' || n, u.id, u.org_path, '530479' || to_char(n, 'FM0000'),"
                        + " 'office' || n || '@enterprise.test' from unit u, generate_series(1, ?) n where u.id = ?",
                MANY,
                Units.id("5304"));
        Rows.change("update enterprise set name_zh = '鞍山样本'" + OURS + " and name_zh = '移交样本" + LAST + "'");
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from) select"
                        + " id, unit_id, org_path, ?, 'COORDINATOR', china_day() - 5 from enterprise" + OURS,
                from);
    }

    /** What others count must not count ours. */
    @AfterEach
    void removed() throws SQLException {
        String of = " where enterprise_id in (select id from enterprise" + OURS + ")";
        Rows.change("delete from handover_item" + of);
        Rows.change("delete from coordination" + of);
        Rows.change("delete from enterprise" + OURS);
        Rows.change("delete from mail");
    }

    private Reply begun() {
        HttpResponse<String> begun = officer.json(
                "POST",
                "/api/v1/handovers",
                "{\"fromAccount\":" + from + ",\"toAccount\":" + to + ",\"reason\":\"轮岗\",\"tell\":true}");
        assertThat(begun.statusCode()).isEqualTo(202);
        return Reply.of(begun);
    }

    private Reply undoing(Reply done) {
        String address = "/api/v1/handovers/" + id(done) + "/undo";
        HttpResponse<String> begun = officer.send("POST", address, null, "If-Match", done.etag());
        assertThat(begun.statusCode()).isEqualTo(202);
        return Reply.of(begun);
    }

    private static long id(Reply reply) {
        var body = reply.body();
        return (body.containsKey("handover") ? body.getJsonObject("handover") : body)
                .getJsonNumber("id")
                .longValue();
    }

    private Reply ended(long id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Reply reply = Reply.of(officer.get("/api/v1/handovers/" + id + "?limit=1"));
            var job = reply.body().getJsonObject("handover").getJsonObject("job");
            if (!List.of("WAITING", "RUNNING").contains(job.getString("status"))) {
                return reply;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }

    private static String status(Reply reply) {
        return reply.body().getJsonObject("handover").getString("status");
    }

    private static long held(long account) throws SQLException {
        return Rows.number("select count(*) from enterprise" + OURS + " and coordinator_id = ?", account);
    }

    private static long letters() throws SQLException {
        return Rows.number("select count(*) from mail where template = 'enterprise-coordinator'");
    }

    private long briefs() throws SQLException {
        return Rows.number(
                "select count(*) from handover_item i join handover h on h.id = i.handover_id"
                        + " where h.from_account = ? and i.brief_zh <> '' and i.told = 1",
                from);
    }

    @Test
    void killedInTheMiddleItLeavesNothingAndIsDoneOnceAllTheSame() throws Exception {
        Reply begun;
        try (Connection other = holdingOneInTheMiddle()) {
            begun = begun();
            long session = waiting();
            assertThat(held(from)).as("nothing is seen before the end").isEqualTo(MANY);
            assertThat(officer.get("/desk/handovers/" + id(begun)).body()).contains("移交中", "hx-get=\"/desk/jobs/");
            kill(session);
            Thread.sleep(500);
            assertThat(held(from)).as("nothing is left of what was killed").isEqualTo(MANY);
            assertThat(letters()).isZero();
            other.rollback();
        }
        assertThat(status(ended(id(begun)))).isEqualTo("DONE");
        assertThat(held(to)).isEqualTo(MANY);
        assertThat(briefs()).isEqualTo(MANY);
        assertThat(letters()).isEqualTo(MANY);
        assertThat(Rows.number(
                        "select count(*) from audit_entry where action = 'portfolio.hand-over' and record_id = ?",
                        Long.toString(id(begun))))
                .isEqualTo(1);
        String page = officer.get("/desk/handovers/" + id(begun)).body();
        assertThat(page).contains("已移交", "撤回移交", "移交样本1<", "?after=").doesNotContain("移交样本2000");
        assertThat(named(id(begun)))
                .as("page by page, in the order of names as they are spoken")
                .containsExactlyElementsOf(inOrder());
    }

    /** 鞍 (an) comes before 移 (yi), though its code does not. */
    private static List<String> inOrder() {
        return Stream.concat(
                        Stream.of("鞍山样本"),
                        IntStream.rangeClosed(1, MANY)
                                .filter(n -> n != LAST)
                                .mapToObj(n -> "移交样本" + n)
                                .sorted())
                .toList();
    }

    private List<String> named(long id) {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            var items = Reply.of(officer.get("/api/v1/handovers/" + id + "?limit=200" + after))
                    .body()
                    .getJsonObject("items");
            items.getJsonArray("items")
                    .forEach(item -> names.add(item.asJsonObject().getString("nameZh")));
            after = items.containsKey("next") ? "&after=" + items.getString("next") : "";
        } while (!after.isEmpty());
        return names;
    }

    /** Whoever records a contact with one of them does not wait until two thousand briefs are written. */
    @Test
    void writesTheBriefsBeforeItLocksTheEnterprises() throws Exception {
        Reply begun;
        try (Connection reading = TestPostgres.running().owner();
                Connection writing = TestPostgres.running().owner()) {
            reading.setAutoCommit(false);
            writing.setAutoCommit(false);
            try (Statement tasks = reading.createStatement();
                    Statement all = writing.createStatement()) {
                // The briefs tell of open tasks; so they cannot be written now.
                tasks.execute("lock table task in access exclusive mode");
                begun = begun();
                waiting(
                        "select l.pid from pg_locks l where not l.granted and l.relation = 'task'::regclass and exists"
                                + " (select from pg_locks h where h.pid = l.pid and h.granted and h.relation = 'handover'::regclass)");
                all.execute("select id from enterprise" + OURS + " for no key update nowait");
            }
            writing.rollback();
            reading.rollback();
        }
        assertThat(status(ended(id(begun)))).isEqualTo("DONE");
        assertThat(held(to)).isEqualTo(MANY);
        assertThat(briefs()).isEqualTo(MANY);
    }

    /** Who helped is named in the language in which the brief is read. */
    @Test
    void namesTheTeamInTheLanguageOfTheBrief() throws Exception {
        long helped = Rows.number("select id from enterprise" + OURS + " and name_zh = '鞍山样本'");
        Rows.change(
                "insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from) select id,"
                        + " unit_id, org_path, ?, 'MEMBER', china_day() - 5 from enterprise where id = ?",
                Caller.account("shekou.officer"),
                helped);
        Reply done = ended(id(begun()));
        var brief = Rows.one(
                "select brief_zh, brief_en from handover_item where enterprise_id = ? and handover_id = ?",
                helped,
                id(done));
        var helper = Rows.one("select name_zh, name_en from account where login = 'shekou.officer'");
        assertThat(brief.text("brief_zh")).contains("协助人员：" + helper.text("name_zh"));
        assertThat(brief.text("brief_en"))
                .contains("Team: " + helper.text("name_en"))
                .doesNotContain(helper.text("name_zh"));
    }

    @Test
    void undoingThatIsKilledLeavesItAsItWasAndIsDoneOnceAllTheSame() throws Exception {
        Reply done = ended(id(begun()));
        try (Connection other = holdingOneInTheMiddle()) {
            undoing(done);
            long session = waiting();
            assertThat(officer.send("POST", "/api/v1/handovers/" + id(done) + "/undo", null, "If-Match", etag(id(done)))
                            .statusCode())
                    .as("once")
                    .isEqualTo(409);
            kill(session);
            Thread.sleep(500);
            assertThat(held(to)).isEqualTo(MANY);
            other.rollback();
        }
        assertThat(status(ended(id(done)))).isEqualTo("UNDONE");
        assertThat(held(from)).isEqualTo(MANY);
        assertThat(letters()).as("told again").isEqualTo(2 * MANY);
    }

    private String etag(long id) {
        return Reply.of(officer.get("/api/v1/handovers/" + id)).etag();
    }

    @Test
    void cancelledItLeavesEverythingAndSaysSo() throws Exception {
        Reply begun;
        try (Connection other = holdingOneInTheMiddle()) {
            begun = begun();
            waiting();
            long job = begun.body().getJsonObject("job").getJsonNumber("id").longValue();
            assertThat(officer.get("/desk/jobs/" + job + "/cancellation").body())
                    .contains("全部撤回，数据保持原样")
                    .doesNotContain("已完成的部分将保留");
            officer.json("POST", "/api/v1/jobs/" + job + "/cancellation", "{}");
            assertThat(officer.get("/desk/jobs/" + job).body())
                    .containsPattern("正在停止|已停止")
                    .doesNotContain("停止任务");
            assertThat(officer.get("/desk/jobs/" + job + "/progress").body())
                    .as("takes the button from whoever looks on")
                    .contains("id=\"job-cancel\"");
            // The node hears of it within a second.
            Thread.sleep(2500);
            other.rollback();
        }
        Reply stopped = ended(id(begun));
        assertThat(stopped.body().getJsonObject("handover").getJsonObject("job").getString("status"))
                .isEqualTo("CANCELLED");
        assertThat(held(from)).isEqualTo(MANY);
        assertThat(letters()).isZero();
        assertThat(officer.get("/desk/handovers/" + id(begun)).body())
                .contains("已中止", "移交没有完成")
                .doesNotContain("/undo\"");
        assertThat(officer.get("/desk/handovers").body()).contains("已中止");
        assertThat(status(ended(id(begun())))).as("and again").isEqualTo("DONE");
    }

    /** The role of who takes over has ended since it was ordered. */
    @Test
    void failsAsAWholeWhenTheNewOneMayNotAnyMore() throws Exception {
        long by = Caller.account("shekou.admin");
        long handover = Rows.number(
                "insert into handover (from_account, to_account, unit_id, org_path, happened_on, reason, account_id,"
                        + " status) select ?, ?, id, org_path, china_day(), '轮岗', ?, 'RUNNING' from unit"
                        + " where code = '5304' returning id",
                from,
                Caller.account("dapeng.officer"),
                by);
        long job = Rows.number(
                "insert into job (kind, account_id, assignment_id, org_path, parameters) select 'hand-over', account_id,"
                        + " id, org_path, jsonb_build_object('handover', ?::bigint, 'tell', true) from role_assignment"
                        + " where account_id = ? and valid_to is null order by id limit 1 returning id",
                handover,
                by);
        Rows.change("update handover set job_id = ? where id = ?", job, handover);
        assertThat(status(ended(handover))).isEqualTo("RUNNING");
        assertThat(officer.get("/desk/handovers/" + handover).body()).contains("已中止", "接收人在相关海关没有有效任职");
        assertThat(held(from)).isEqualTo(MANY);
        assertThat(letters()).isZero();
    }

    @Test
    void asksFirstAndNamesOnlyTheFirstOfThem() {
        String page = officer.get("/desk/handovers/new?from=" + from).body();
        assertThat(page).contains("2,000家企业", "移交样本1<", "另有1,980家").doesNotContain("移交样本2000");
    }

    /** Somebody who is just changing who looks after one of them. */
    private static Connection holdingOneInTheMiddle() throws SQLException {
        Connection other = TestPostgres.running().owner();
        other.setAutoCommit(false);
        try (PreparedStatement statement =
                other.prepareStatement("select c.id from coordination c join enterprise e on e.id = c.enterprise_id"
                        + " where e.name_zh = '移交样本500' and c.valid_to is null for update of c")) {
            statement.executeQuery().close();
        }
        return other;
    }

    /** The application may end sessions of its own role. */
    private static void kill(long session) throws SQLException {
        try (Connection application = TestPostgres.running().application();
                Statement statement = application.createStatement()) {
            statement.execute("select pg_terminate_backend(" + session + ")");
        }
    }

    /** The session that waits for the one that is changing. */
    private static long waiting() throws Exception {
        return waiting("select distinct pid from pg_locks where not granted");
    }

    private static long waiting(String who) throws Exception {
        for (int i = 0; i < 200; i++) {
            List<Rows.Row> found = Rows.all(who);
            if (!found.isEmpty()) {
                return found.get(0).id("pid");
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the handover did not begin");
    }
}
