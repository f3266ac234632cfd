package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The hidden enterprise, who sees it and who must not, and every list of a stranger before it existed and after. Made once
 * for all tests of a JVM.
 *
 * @param unknown the same names for what nobody has
 * @param before answers by who asked and for what
 */
record LeakWorld(
        Strangers strangers,
        List<Caller> insiders,
        Marks hidden,
        Marks unknown,
        Map<String, String> before,
        Map<String, String> after) {

    /** Title of a training that was out before the enterprise existed: it is for everybody, who comes to it is not. */
    static final String OUT = "公开培训";

    private static @Nullable LeakWorld made;

    static synchronized LeakWorld made() throws Exception {
        LeakWorld world = made;
        if (world == null) {
            world = make();
            made = world;
        }
        return world;
    }

    private static LeakWorld make() throws Exception {
        Strangers strangers = Strangers.signedIn();
        aTrainingIsOut();
        Map<String, String> before = lists(strangers);
        Marks hidden = HiddenEnterprise.made();
        List<Caller> insiders = Stream.of(
                        HiddenEnterprise.OWNER,
                        HiddenEnterprise.USER,
                        "shekou.admin",
                        "shenzhen.admin",
                        "gacc.auditor",
                        "system.admin",
                        "shenzhen.officer")
                .map(Caller::signedIn)
                .toList();
        awaitSearch(insiders.get(0), hidden);
        return new LeakWorld(strangers, insiders, hidden, HiddenEnterprise.unknown(hidden), before, lists(strangers));
    }

    private static void aTrainingIsOut() throws SQLException {
        Rows.change(
                "insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status) select id,"
                        + " org_path, 'CLASS', '" + OUT
                        + "', '2099-03-02 01:00+00', '2099-03-02 03:00+00', 'PUBLISHED' from unit"
                        + " where code = '5304'");
    }

    private static void awaitSearch(Caller owner, Marks hidden) {
        String path = "/api/v1/enterprises/search?q=" + hidden.in("{code}");
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!owner.get(path).body().contains(hidden.in("{nameZh}"))) {
            assertThat(System.nanoTime()).as("the name is indexed").isLessThan(deadline);
            LockSupport.parkNanos(200_000_000L);
        }
    }

    /** Every list, count and file of each stranger as it stands. */
    private static Map<String, String> lists(Strangers strangers) throws Exception {
        Map<String, String> all = new ConcurrentSkipListMap<>();
        Work.onEach(Way.LIST.routes(), route -> {
            String path = Probes.listed(route).orElseThrow().replace("{house}", HiddenEnterprise.house());
            for (Actor stranger : strangers.withDistrict(route)) {
                all.put(
                        stranger.caller() + " " + path,
                        Answer.get(stranger.caller(), path).lasting());
            }
        });
        return all;
    }

    /** Those that others are at just now are forgotten the next time. */
    static void forgetRates() throws SQLException {
        Rows.change("delete from rate_counter where ctid = any (array("
                + "select ctid from rate_counter for update skip locked))");
    }
}
