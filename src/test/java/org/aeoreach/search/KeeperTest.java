package org.aeoreach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.search.text.Tiers;
import org.aeoreach.testing.Rows;
import org.aeoreach.testing.Sources;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of a node over its life, with real files and the real database. */
@Tag("db")
class KeeperTest {

    private static final String ALL = "0000.";

    private Path home;

    private final List<Keeper> running = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private final ChangeFeed feed = new ChangeFeed(Sources.jobs());

    @BeforeEach
    void prepare(@TempDir Path directory) throws SQLException {
        home = directory;
        Stock.prepare();
        Stock.put(1, "0000.5300.5304.", "深圳市华强电子有限公司");
        Stock.put(2, "0000.2200.2210.", "上海锦绣纺织有限公司");
    }

    @AfterEach
    void close() {
        running.forEach(Keeper::close);
    }

    @AfterAll
    static void drop() throws SQLException {
        Stock.drop();
    }

    private Keeper node(String directory) {
        Keeper keeper = new Keeper(feed, new Stock(), home.resolve(directory), clock);
        running.add(keeper);
        return keeper;
    }

    private static List<Long> find(Keeper keeper, String text, String path) {
        return keeper.find(Tiers.of(text), new Search(Stock.KIND, text, path, 10))
                .map(Found::ids)
                .orElse(List.of(-1L));
    }

    @Test
    void hasNothingToSayBeforeItIsMade() {
        assertThat(find(node("a"), "华强", ALL)).containsExactly(-1L);
    }

    @Test
    void findsWhatIsInRangeOnly() throws IOException {
        Keeper node = node("a");
        node.turn();
        assertThat(find(node, "有限公司", ALL)).containsExactly(1L, 2L);
        assertThat(find(node, "有限公司", "0000.5300.")).containsExactly(1L);
        assertThat(find(node, "有限公司", "0000.5300.5304.")).containsExactly(1L);
        assertThat(find(node, "有限公司", "0000.5300.5305.")).isEmpty();
        assertThat(find(node, "有限公司", "")).isEmpty();
    }

    @Test
    void takesInChangesAndRemovals() throws Exception {
        Keeper node = node("a");
        node.turn();
        Stock.put(1, "0000.2200.2210.", "深圳市华强电子有限公司");
        Rows.change("delete from search_stock where id = 2");
        Stock.put(3, "0000.5300.5304.", "广州红棉服装有限公司");
        node.turn();
        assertThat(find(node, "华强", "0000.5300.")).isEmpty();
        assertThat(find(node, "华强", "0000.2200.")).containsExactly(1L);
        assertThat(find(node, "锦绣", ALL)).isEmpty();
        assertThat(find(node, "红棉", ALL)).containsExactly(3L);
    }

    @Test
    void makesTheIndexAgainBesideTheOneInUseWhenMostHasChanged() throws Exception {
        Keeper node = node("a");
        node.turn();
        Rows.change("insert into search_stock select n, '0000.5300.', '批量企业' || n from generate_series(100, 110200) n");
        assertThat(find(node, "华强", ALL)).containsExactly(1L);
        node.turn();
        assertThat(find(node, "批量企业110200", ALL)).containsExactly(110_200L);
        try (Stream<Path> kept = Files.list(home.resolve("a").resolve(Stock.KIND))) {
            assertThat(kept.map(Path::getFileName).map(Path::toString)).containsExactly("2");
        }
        Stock.put(1, ALL, "深圳市华强北电子有限公司");
        node.turn();
        assertThat(find(node, "华强北", ALL)).containsExactly(1L);
    }

    @Test
    void doesNotPassOverATransactionThatCommitsLate() throws Exception {
        Keeper node = node("a");
        node.turn();
        try (Connection slow = TestPostgres.running().owner();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.executeUpdate("insert into search_stock values (10, '0000.', '迟到企业')");
            Stock.put(11, ALL, "先到企业");
            node.turn();
            node.turn();
            assertThat(find(node, "迟到", ALL)).isEmpty();
            slow.commit();
        }
        node.turn();
        assertThat(find(node, "迟到", ALL)).containsExactly(10L);
        assertThat(find(node, "先到", ALL)).containsExactly(11L);
    }

    @Test
    void goesOnFromTheLastCommitAfterACrash() throws Exception {
        Keeper node = node("a");
        node.turn();
        Stock.put(3, ALL, "提交之后");
        node.turn();
        assertThat(find(node, "提交之后", ALL)).containsExactly(3L);
        Path copy = home.resolve("b");
        copyFiles(home.resolve("a"), copy);
        Keeper after = node("b");
        after.turn();
        assertThat(find(after, "提交之后", ALL)).containsExactly(3L);
        assertThat(find(after, "华强", ALL)).containsExactly(1L);
        assertThat(generations(copy)).containsExactly("1");
    }

    @Test
    void commitsAtLastHalfAMinuteAfterAChange() throws Exception {
        Keeper node = node("a");
        node.turn();
        long before = reached();
        Stock.put(3, ALL, "到时提交");
        node.turn();
        assertThat(reached()).isEqualTo(before);
        clock.pass(Duration.ofSeconds(31));
        node.turn();
        assertThat(reached()).isGreaterThan(before);
    }

    private static long reached() throws SQLException {
        return Rows.number("select max(below::text::bigint) from search_index where kind = 'stock'");
    }

    @Test
    void nodesHaveCopiesOfTheirOwn() throws Exception {
        Keeper one = node("a");
        Keeper two = node("b");
        one.turn();
        two.turn();
        Stock.put(3, ALL, "各自更新");
        one.turn();
        assertThat(find(one, "各自", ALL)).containsExactly(3L);
        assertThat(find(two, "各自", ALL)).isEmpty();
        two.turn();
        assertThat(find(two, "各自", ALL)).containsExactly(3L);
    }

    @Test
    void keepsChangesUntilTheSlowestNodeHasThem() throws Exception {
        Keeper one = node("a");
        Keeper two = node("b");
        one.turn();
        two.turn();
        Stock.put(3, ALL, "慢的节点");
        one.turn();
        one.close();
        feed.purge();
        two.turn();
        assertThat(find(two, "慢的", ALL)).containsExactly(3L);
    }

    @Test
    void makesAnIndexAgainThatFellTooFarBehind() throws Exception {
        Keeper node = node("a");
        node.turn();
        node.close();
        Stock.put(3, ALL, "错过更新");
        Rows.change("delete from search_index where kind = 'stock'");
        Rows.change("delete from search_change where kind = 'stock'");
        Keeper again = node("a");
        again.turn();
        assertThat(find(again, "错过", ALL)).containsExactly(3L);
        assertThat(generations(home.resolve("a"))).containsExactly("2");
    }

    @Test
    void makesADamagedIndexAgainAtStart() throws Exception {
        for (Damage damage : Damage.values()) {
            String directory = damage.name();
            Keeper node = node(directory);
            node.turn();
            node.close();
            damage.strike(home.resolve(directory));
            Keeper again = node(directory);
            again.turn();
            assertThat(find(again, "华强", ALL)).as(damage.name()).containsExactly(1L);
            assertThat(generations(home.resolve(directory))).as(damage.name()).containsExactly("2");
        }
    }

    @Test
    void makesADamagedIndexAgainWhileItRuns() throws Exception {
        for (Damage damage : List.of(Damage.CUT_OFF, Damage.DELETED)) {
            Keeper node = node(damage.name());
            node.turn();
            damage.strike(home.resolve(damage.name()));
            // Whatever it answers, it answers.
            find(node, "华强", ALL);
            clock.pass(Duration.ofSeconds(6));
            node.turn();
            assertThat(find(node, "华强", ALL)).as(damage.name()).containsExactly(1L);
            assertThat(generations(home.resolve(damage.name())))
                    .as(damage.name())
                    .containsExactly("2");
        }
    }

    @Test
    void makesAnIndexOfAnotherSchemaAgain() throws Exception {
        Keeper node = node("a");
        node.turn();
        node.close();
        Keeper newer = new Keeper(feed, new Newer(), home.resolve("a"), clock);
        running.add(newer);
        newer.turn();
        assertThat(find(newer, "华强", ALL)).containsExactly(1L);
        assertThat(generations(home.resolve("a"))).containsExactly("2");
    }

    /** The same records, read in a way that older indexes do not know. */
    private static final class Newer implements Indexed {
        private final Stock stock = new Stock();

        @Override
        public String kind() {
            return stock.kind();
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public String bounds() {
            return stock.bounds();
        }

        @Override
        public String rows() {
            return stock.rows();
        }

        @Override
        public Entry entry(org.aeoreach.platform.Rows.Row row) {
            return stock.entry(row);
        }
    }

    private static List<String> generations(Path node) throws IOException {
        try (Stream<Path> all = Files.list(node.resolve(Stock.KIND))) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file) && !file.endsWith("write.lock")) {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
