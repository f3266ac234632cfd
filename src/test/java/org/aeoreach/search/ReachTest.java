package org.aeoreach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.aeoreach.search.text.Similar;
import org.aeoreach.search.text.Tiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who finds what, by the unit he asks for. */
class ReachTest {

    @Test
    void unitsBelowFindWhatIsThereForThem(@TempDir Path home) {
        KindIndex index = Named.create(home.resolve("reach"));
        try {
            Named.add(
                    index,
                    entry(1, "0000.5300.", Reach.UNIT),
                    entry(2, "0000.5300.", Reach.UNIT_AND_BELOW),
                    entry(3, "0000.5300.", Reach.EVERYBODY));
            index.refresh();
            assertThat(reached(index, "0000.")).containsExactly(1L, 2L, 3L);
            assertThat(reached(index, "0000.5300.5304.")).containsExactly(2L, 3L);
            assertThat(reached(index, "0000.2200.")).containsExactly(3L);
            assertThat(reached(index, "")).containsExactly(3L);
        } finally {
            index.close();
        }
    }

    @Test
    void namesThatShareMuchAreFoundWithinTheUnit(@TempDir Path home) {
        KindIndex index = Named.create(home.resolve("similar"));
        try {
            Named.add(
                    index,
                    named(1, "0000.5300.5304.", "深圳琥珀岛供应链管理有限公司"),
                    named(2, "0000.5300.5304.", "Shenzhen Farview Musical Instruments Co., Ltd."),
                    named(3, "0000.2200.2210.", "深圳琥珀岛供应链管理有限公司"),
                    named(4, "0000.5300.5304.", "深圳黑森林食品有限公司"));
            index.refresh();
            assertThat(similar(index, "深圳琥珀道供应链管理")).containsExactly(1L);
            assertThat(similar(index, "shenzhen farviev musical instruments")).containsExactly(2L);
        } finally {
            index.close();
        }
    }

    @Test
    void onlyRecordsWithTheMarkThatIsAskedForAndTextsBehindNames(@TempDir Path home) {
        KindIndex index = Named.create(home.resolve("marks"));
        try {
            Named.add(
                    index,
                    marked(1, "琥珀岛", "黑森林", List.of()),
                    marked(2, "黑森林", "琥珀岛", List.of("open")),
                    marked(3, "琥珀岛", "很长的话".repeat(100) + "蓝海湾", List.of("open")));
            index.refresh();
            Search search = new Search("", "", "0000.", 10);
            assertThat(index.find(Tiers.of("琥珀岛"), search).ids()).containsExactly(1L, 3L, 2L);
            assertThat(index.find(Tiers.of("琥珀岛"), search.marked("open")).ids()).containsExactly(3L, 2L);
            assertThat(index.find(Tiers.of("蓝海湾"), search).ids()).containsExactly(3L);
            assertThat(index.find(Tiers.of("琥珀岛"), search.marked("closed")).ids())
                    .isEmpty();
        } finally {
            index.close();
        }
    }

    private static Entry marked(long id, String name, String text, List<String> marks) {
        return new Entry(id, "0000.5300.", Reach.UNIT, id, List.of(), List.of(name), List.of(), List.of(text), marks);
    }

    private static List<Long> similar(KindIndex index, String text) {
        return index.similar(Similar.of(text), "0000.5300.", 10).ids();
    }

    private static Entry named(long id, String path, String name) {
        return new Entry(id, path, Reach.UNIT, id, List.of(), List.of(name), List.of());
    }

    private static Entry entry(long id, String path, Reach reach) {
        return new Entry(id, path, reach, id, List.of(), List.of("协会" + id), List.of());
    }

    private static List<Long> reached(KindIndex index, String path) {
        return index.find(Tiers.of("协会"), new Search("", "", path, 10)).ids();
    }
}
