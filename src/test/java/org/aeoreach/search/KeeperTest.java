package org.aeoreach.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /** A damaged part of a file that no search has read yet: length and checks at a glance are right. */
    @Test
    void findsDamageInTheMiddleOfASegmentAtTheNextStart() throws Exception {
        for (int i = 10; i < 400; i++) {
            Stock.put(i, ALL, "深圳市样本" + i + "有限公司");
        }
        Keeper node = node("a");
        node.turn();
        node.close();
        Damage.FLIPPED.strike(home.resolve("a"));
        Keeper again = node("a");
        again.turn();
        assertThat(find(again, "样本399", ALL)).containsExactly(399L);
        assertThat(generations(home.resolve("a"))).containsExactly("2");
    }

    @Test
    void findsATurnedByteWithinTheHourWhileItRuns() throws Exception {
        Keeper node = node("a");
        node.turn();
        Damage.FLIPPED.strike(home.resolve("a"));
        clock.pass(Duration.ofMinutes(61));
        node.turn();
        assertThat(generations(home.resolve("a"))).containsExactly("2");
        assertThat(find(node, "华强", ALL)).containsExactly(1L);
    }

    @Test
    void saysHowFarItHasComeAndNeverThatNothingIsThere() throws Exception {
        for (int i = 10; i < 500; i++) {
            Stock.put(i, ALL, "深圳市样本" + i + "有限公司");
        }
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Keeper node = new Keeper(feed, new Newer(reading, goOn), home.resolve("a"), clock);
        running.add(node);
        assertThat(node.state().condition()).isEqualTo(IndexState.Condition.MAKING);
        Thread turn = new Thread(() -> {
            try {
                node.turn();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        turn.start();
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        IndexState making = node.state();
        assertThat(making.condition()).isEqualTo(IndexState.Condition.MAKING);
        assertThat(making.total()).isEqualTo(492);
        assertThat(making.done()).isLessThan(492);
        assertThat(find(node, "华强", ALL))
                .as("no answer, which is not an empty one")
                .containsExactly(-1L);
        goOn.countDown();
        turn.join(30_000);
        IndexState ready = node.state();
        assertThat(ready.condition()).isEqualTo(IndexState.Condition.READY);
        assertThat(ready.records()).isEqualTo(492);
        assertThat(ready.bytes()).isPositive();
        assertThat(ready.committedAt()).isEqualTo(clock.instant());
        clock.pass(Duration.ofSeconds(7));
        assertThat(node.state().followedAt()).isEqualTo(clock.instant().minusSeconds(7));
        node.turn();
        assertThat(node.state().followedAt()).as("nothing had changed").isEqualTo(clock.instant());
    }

    @Test
    void aNewFormatIsMadeBesideTheOldOneWhichStaysUntilItIsWhole() throws Exception {
        Keeper node = node("a");
        node.turn();
        node.close();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Keeper newer = new Keeper(feed, new Newer(reading, goOn), home.resolve("a"), clock);
        running.add(newer);
        Thread turn = new Thread(() -> {
            try {
                newer.turn();
            } catch (IOException | RuntimeException stopped) {
                // It is stopped on purpose.
                Thread.currentThread().interrupt();
            }
        });
        turn.start();
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(generations(home.resolve("a"))).containsExactlyInAnyOrder("1", "2");
        newer.stop();
        goOn.countDown();
        turn.join(30_000);
        newer.close();
        Keeper former = node("a");
        former.turn();
        assertThat(find(former, "华强", ALL))
                .as("the former program starts again")
                .containsExactly(1L);
        assertThat(generations(home.resolve("a"))).as("from what it had").containsExactly("1");
    }

    @Test
    void goesOnFromTheFormerIndexWhenItWasKilledWhileMakingANewOne() throws Exception {
        Keeper node = node("a");
        node.turn();
        node.close();
        KindIndex half = Named.create(home.resolve("a").resolve(Stock.KIND).resolve("2"));
        Named.add(half, new Entry(7, ALL, Reach.UNIT, 1, List.of(), List.of("协会"), List.of()));
        half.close();
        Stock.put(3, ALL, "之后的企业");
        Keeper again = node("a");
        again.turn();
        assertThat(find(again, "华强", ALL)).containsExactly(1L);
        assertThat(find(again, "之后的企业", ALL)).containsExactly(3L);
        assertThat(find(again, "协会", ALL)).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsToldAndTriedAgain() throws Exception {
        Path directory = home.resolve("a");
        java.nio.file.Files.createDirectories(directory);
        java.nio.file.Files.writeString(directory.resolve(Stock.KIND), "in the way");
        Keeper node = node("a");
        assertThatThrownBy(node::turn).isInstanceOf(Exception.class);
        assertThat(node.state().condition()).isEqualTo(IndexState.Condition.FAILING);
        java.nio.file.Files.delete(directory.resolve(Stock.KIND));
        node.turn();
        assertThat(node.state().condition()).isEqualTo(IndexState.Condition.READY);
        assertThat(find(node, "华强", ALL)).containsExactly(1L);
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
}
