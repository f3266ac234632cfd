package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A directive to all districts with the full registry in scope and ten million contacts in the ledger, in the packaged
 * program: its freeze, its figures as the application reads them, what it adds to writing contacts down one by one and
 * by import, its amendment and its nightly recount. Run with {@code mvn -Pbench pre-integration-test
 * -Dtest=CampaignBench}; {@code -Dbench.rows} and {@code -Dbench.contacts} for less. What was loaded stays in {@code
 * target/bench/campaign}, or below {@code -Dbench.home}: a second run only measures.
 */
class CampaignBench {

    private static final long ROWS = Long.getLong("bench.rows", 1_140_000);
    private static final long CONTACTS = Long.getLong("bench.contacts", 10_000_000);
    private static final int LINES = Integer.getInteger("bench.lines", 100_000);
    private static final int TIMES = 60;
    private static final Path HOME =
            Path.of(System.getProperty("bench.home", "target/bench")).toAbsolutePath();
    private static final Path LOADED = HOME.resolve("campaign.loaded");
    private static final String IMPORTS = "/api/v1/touchpoints/imports";
    private static final String ENTERPRISES = """
            insert into aeo.enterprise (unit_id, org_path, name_zh, customs_code, sector, size_class, business_types, grade,
                    grade_since, journey_step, source)
                select h.id, h.org_path, chr(19968 + i * 37 %% 5000) || chr(19968 + i * 91 %% 5000) || '样例有限公司' || i,
                       h.code || to_char(row_number() over (partition by h.id order by i), 'FM000000'), chr(65 + i * 7 %% 20),
                       (array['LARGE', 'MEDIUM', 'SMALL', 'MICRO', null])[1 + i * 13 %% 5],
                       case when i %% 9 = 0 then array['CBEC_OPERATOR'] else array['CONSIGNEE_CONSIGNOR'] end,
                       g.grade, case when g.grade is not null then date '2024-01-01' end,
                       case when i %% 20 = 0 then 'INTERESTED' else 'PROSPECT' end, 'import'
                    from generate_series(1, %d) i
                        join (select row_number() over (order by md5(code)) - 1 as k, count(*) over () as many, id, org_path,
                                     code from aeo.unit where kind = 'HOUSE' and closed_on is null) h
                            on h.k = floor(h.many * power((hashint4(i) & 1048575) / 1048576.0, 2))
                        cross join lateral (select case when i %% 150 = 0 then 'ACE' when i %% 3 = 0 then null
                                                   else 'REGULAR' end as grade) g
            """;
    private static final String CAMPAIGN = """
            with made as (
                insert into aeo.campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, status,
                                          author_id)
                    select a.unit_id, a.org_path, 'DIRECTIVE', '测量', '测量', aeo.china_day() - 365, aeo.china_day() + 30,
                           'FREEZING', a.id from aeo.account a where a.login = 'gacc.officer' returning id),
            asked as (
                insert into aeo.campaign_audience (campaign_id, audience, text_zh, expected, least_strength)
                    select id, x, '测量', 80, 'ATTENDED' from made, unnest(array['ALL', 'PROSPECTIVE', 'AEO']) x),
            issued as (
                insert into aeo.campaign_plan (campaign_id, unit_id, org_path)
                    select m.id, u.id, u.org_path from made m, aeo.unit u where u.kind = 'DISTRICT')
            select id from made
            """;
    // What is there already would count every contact too.
    private static final String FORGOTTEN =
            "truncate aeo.campaign, aeo.campaign_member, aeo.campaign_sum, aeo.campaign_sum_change cascade";
    private static final String DISTRICT = "5300";
    private static final int PAGES = 20;
    private static final String FIGURES = "select left(house_path, ?), value, audience, state, sum(enterprises)"
            + " from aeo.campaign_figure where campaign_id = ? and dimension = ? and house_path >= ? and house_path < ?"
            + " group by 1, 2, 3, 4";
    private static final String MEMBERS = "select m.enterprise_id from aeo.campaign_member m"
            + " left join aeo.enterprise e on e.id = m.enterprise_id where m.campaign_id = ? and m.house_path >= ?"
            + " and m.house_path < ? and not m.late and aeo.campaign_state(m.standing, m.level) = 'UNTOUCHED'"
            + " order by m.priority, m.enterprise_id limit 51";

    private final ResultTable table = new ResultTable();

    @Test
    void measure() throws Exception {
        boolean loaded = Files.exists(LOADED);
        Setup fresh = loaded ? Setup.kept("campaign") : Setup.fresh("campaign");
        Setup setup = fresh.withData(HOME.resolve("campaign"))
                .with("JAVA_TOOL_OPTIONS", "-Duser.timezone=UTC")
                .with("AEO_LIMIT_SEARCH_EACH", "1000000");
        if (!loaded) {
            Setup.delete(setup.data());
        }
        try (Program program = Program.ready(setup)) {
            Store store = Store.of(program);
            if (!loaded) {
                load(store);
                Files.writeString(LOADED, "loaded");
            }
            quiet(store);
            store.execute(FORGOTTEN);
            run(program.client().signIn("gacc.officer"), store);
        } finally {
            table.print(HOME.resolve("campaign.md"), "%,d enterprises, %,d contacts".formatted(ROWS, CONTACTS));
        }
    }

    private static void load(Store store) throws SQLException {
        store.execute(
                "set session_replication_role = replica; " + ENTERPRISES.formatted(ROWS) + "; analyze aeo.enterprise");
        SampleContacts.make(store, ROWS, CONTACTS);
    }

    /** What a run before left unfinished when it was stopped is not gone on with. */
    private static void quiet(Store store) {
        store.execute(
                "update aeo.job set status = 'CANCELLED', finished_at = now() where status in ('WAITING', 'RUNNING')"
                        + " and account_id is not null");
        Wait.until(
                "no job runs",
                Duration.ofMinutes(20),
                () -> store.number("select count(*) from aeo.job where status in ('WAITING', 'RUNNING')") == 0);
    }

    private void run(Client client, Store store) throws Exception {
        logged(client, store, "without a campaign, %s");
        double alone = imported(client, store, 40);
        table.seconds("import of %,d contacts, no campaign running".formatted(LINES), alone);
        long campaign = store.number(CAMPAIGN);
        freeze(store, campaign);
        try (Connection connection = store.connect()) {
            figures(store, connection, campaign);
        }
        table.seconds("nightly look-up of who went how far", job(store, "follow-courses", 0));
        pages(client, campaign);
        long before = reached(store, campaign);
        long touched = logged(client, store, "counted in the figures as its answer comes, %s");
        assertThat(reached(store, campaign) - before).isBetween(0L, touched);
        double running = imported(client, store, 20);
        table.seconds("the same import into a running campaign", running);
        table.add("ratio | %.2f", running / alone);
        table.seconds("relevel after an amendment of the strength", relevel(store, campaign));
        table.seconds("nightly recount", job(store, "recount-campaigns", 0));
    }

    private void freeze(Store store, long campaign) {
        table.seconds("freeze of the denominator with settling", job(store, "freeze-campaign", campaign));
        table.add(
                "until it runs | %s s",
                store.value("select round(extract(epoch from c.frozen_at - j.started_at), 1) from aeo.campaign c,"
                        + " aeo.job j where c.id = " + campaign
                        + " and j.kind = 'freeze-campaign' order by j.id desc limit 1"));
        long scope = store.number("select sum(enterprises) from aeo.campaign_figure where dimension = 'ALL'"
                + " and campaign_id = " + campaign);
        assertThat(scope)
                .isEqualTo(store.number("select count(*) from aeo.campaign_member where campaign_id = " + campaign));
        table.add("in scope | %,d", scope);
    }

    private double relevel(Store store, long campaign) {
        store.execute("update aeo.campaign_audience set least_strength = 'ONE_TO_ONE' where campaign_id = " + campaign);
        return job(store, "relevel-campaign", campaign);
    }

    private static long reached(Store store, long campaign) {
        return store.number("select coalesce(sum(enterprises), 0) from aeo.campaign_figure where dimension = 'ALL'"
                + " and state = 'REACHED' and campaign_id = " + campaign);
    }

    /** Seconds a job took, as its row tells. */
    private static double job(Store store, String kind, long campaign) {
        String by = campaign == 0
                ? "'%s', null, null, '0000.', jsonb_build_object(), clock_timestamp()".formatted(kind)
                : ("'%s', r.account_id, r.id, r.org_path, jsonb_build_object('campaign', %d), null from"
                                + " aeo.role_assignment r join aeo.account a on a.id = r.account_id"
                                + " where a.login = 'gacc.officer' limit 1")
                        .formatted(kind, campaign);
        long id =
                store.number("insert into aeo.job (kind, account_id, assignment_id, org_path, parameters, slot) select "
                        + by + " returning id");
        Wait.until(
                kind,
                Duration.ofMinutes(20),
                () -> store.number("select count(*) from aeo.job where finished_at is not null and id = " + id) == 1);
        assertThat(store.value("select status || coalesce(error, '') from aeo.job where id = " + id))
                .isEqualTo("DONE");
        return took(store, id);
    }

    private static double took(Store store, long job) {
        return Double.parseDouble(
                store.value("select extract(epoch from finished_at - started_at) from aeo.job where id = " + job));
    }

    private void figures(Store store, Connection connection, long campaign) throws SQLException {
        connection.setAutoCommit(false);
        double[] national = new double[TIMES];
        double[] below = new double[TIMES];
        double[] lists = new double[TIMES];
        List<String> districts = store.list("select org_path from aeo.unit where kind = 'DISTRICT' order by 1");
        for (int i = -3; i < TIMES; i++) {
            String district = districts.get(Math.floorMod(i, districts.size()));
            double[] times = {
                page(connection, campaign, "0000."),
                page(connection, campaign, district),
                list(connection, campaign, district)
            };
            if (i >= 0) {
                national[i] = times[0];
                below[i] = times[1];
                lists[i] = times[2];
            }
        }
        table.times("national figures, all dimensions and by district, audience and channel", national);
        table.times("the same of a district by house", below);
        table.times("list behind a figure of a district, 50 of those not touched", lists);
    }

    /** As GACC's officer reads them, over HTTP with all that is around the figures. */
    private void pages(Client client, long campaign) throws IOException {
        String desk = "/desk/campaigns/" + campaign;
        String rows = "/desk/campaigns/enterprises?campaign=" + campaign;
        opened(client, "coverage of the country", desk + "/coverage");
        opened(client, "coverage of a district", desk + "/coverage?unit=" + DISTRICT);
        opened(client, "heat table of the country", desk + "/coverage/heat");
        opened(client, "all in scope of the country", rows);
        opened(client, "those not touched of the country", rows + "&state=UNTOUCHED");
        opened(client, "those reached of the country in one sector", rows + "&state=REACHED&sector=C");
        opened(client, "those not touched of a district", rows + "&state=UNTOUCHED&unit=" + DISTRICT);
        opened(client, "work of the country, who is next", desk + "/work");
        opened(client, "work list of the country", "/desk/campaigns/work?campaign=" + campaign);
        opened(
                client,
                "work list of the country, still open",
                "/desk/campaigns/work?campaign=" + campaign + "&state=OPEN");
        opened(client, "funnel of the country", desk + "/coverage/funnel");
        opened(client, "silent areas of the country", desk + "/coverage/silent");
        opened(client, "policies, which has not arrived where", "/desk/campaigns/policies");
    }

    private void opened(Client client, String what, String path) throws IOException {
        double[] times = new double[PAGES];
        for (int i = -3; i < PAGES; i++) {
            long start = System.nanoTime();
            Client.Answer answer = client.get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        table.times("page: " + what, times);
    }

    private static void viewer(Connection connection, String path) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role aeo_app");
            statement.execute("select set_config('app.lo', '" + path + "', true), set_config('app.hi', '" + end(path)
                    + "', true)");
        }
    }

    private static String end(String path) {
        return path.substring(0, path.length() - 1) + "/";
    }

    /** All a page needs: each dimension of the unit, and by what is below it in all, by channel and by what is apart. */
    private static double page(Connection connection, long campaign, String path) throws SQLException {
        viewer(connection, path);
        long start = System.nanoTime();
        for (String dimension : List.of("ALL", "SIZE", "SECTOR", "TRACK", "CHANNEL", "WEEK", "REASON", "APART")) {
            read(connection, FIGURES, path.length(), campaign, dimension, path, end(path));
        }
        for (String dimension : List.of("ALL", "CHANNEL", "APART")) {
            read(connection, FIGURES, path.length() + 5, campaign, dimension, path, end(path));
        }
        double millis = (System.nanoTime() - start) / 1e6;
        connection.rollback();
        return millis;
    }

    private static double list(Connection connection, long campaign, String path) throws SQLException {
        viewer(connection, path);
        long start = System.nanoTime();
        read(connection, MEMBERS, campaign, path, end(path));
        double millis = (System.nanoTime() - start) / 1e6;
        connection.rollback();
        return millis;
    }

    private static void read(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }

    /** Visits written down over HTTP, one after another. @return how many */
    private long logged(Client client, Store store, String what) throws IOException {
        List<String> ids = store.list("select id from aeo.enterprise where source = 'import' order by md5(id::text || '"
                + what + "') limit " + TIMES);
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            String contact =
                    "{\"day\":\"%s\",\"channel\":\"VISIT\",\"direction\":\"OUT\",\"enterprises\":[%s],\"said\":\"宣讲\"}"
                            .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")), ids.get(i));
            long start = System.nanoTime();
            Client.Answer answer = client.post(
                    "/api/v1/touchpoints", contact, UUID.randomUUID().toString());
            times[i] = (System.nanoTime() - start) / 1e6;
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
        table.times("contact logged, " + what.replace(", %s", ""), times);
        return TIMES;
    }

    /** @return seconds the job took */
    private double imported(Client client, Store store, int daysAgo) throws IOException {
        Path file = HOME.resolve("contacts.csv");
        // On days no run before took: what is in the ledger already is not written down again.
        long day = daysAgo + store.number("select count(*) from aeo.contact_import");
        List<String> lines = store.list("select concat_ws(',', aeo.china_day() - " + day + ", customs_code, '走访')"
                + " from aeo.enterprise where source = 'import' order by md5(id::text) limit " + LINES);
        Files.writeString(file, "日期,企业代码,方式\n" + String.join("\n", lines) + "\n");
        Client.Answer received = client.upload(IMPORTS + "?source=bench&name=contacts.csv", "text/csv", file);
        assertThat(received.succeeded()).as(received.toString()).isTrue();
        String id = received.field("id");
        String tag = client.get(IMPORTS + "/" + id).header("ETag");
        Client.Answer started = client.postIfMatch(IMPORTS + "/" + id + "/start", tag);
        assertThat(started.succeeded()).as(started.toString()).isTrue();
        String job = "from aeo.job where id = (select job_id from aeo.contact_import where id = " + id + ")";
        Wait.until(
                "import",
                Duration.ofMinutes(20),
                () -> store.number("select count(*) " + job + " and finished_at is not null") == 1);
        assertThat(store.value("select status " + job)).isEqualTo("DONE");
        assertThat(store.number("select created from aeo.contact_import where id = " + id))
                .isEqualTo(LINES);
        return took(store, store.number("select id " + job));
    }
}
