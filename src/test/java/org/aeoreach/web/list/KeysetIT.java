package org.aeoreach.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.aeoreach.platform.Language;
import org.aeoreach.testing.ServerTest;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages forwards and backwards are the whole order cut into pieces, whatever ties and gaps the column has. */
class KeysetIT implements ServerTest {

    private static final int ROWS = 101;

    // Ties in all columns; nothing to sort by in some rows of each, in most rows of the last.
    private static final ListSpec SPEC = ListSpec.at("keyset", "/keyset", "list.sample.rows")
            .from(
                    "(select i as id, case when i % 5 > 0 then (i * 37) % 11 end as number,"
                            + " case when i % 3 > 0 then chr(19968 + (i * 53) % 17) || (i % 2) end as text,"
                            + " case when i % 4 > 0 then timestamptz '2026-01-01' + (i * 29) % 7 * interval '1.000001 s' end as at,"
                            + " case when i % 9 = 0 then date '2026-01-01' + i % 2 end as day"
                            + " from generate_series(1, " + ROWS + ") i) t",
                    "t.id")
            .columns(
                    Column.code("id", "k", "t.id").sortable(),
                    Column.number("number", "k", "t.number").sortable(),
                    Column.name("text", "k", "t.text", "null"),
                    Column.moment("at", "k", "t.at").sortable(),
                    Column.day("day", "k", "t.day").sortable(),
                    Column.code("none", "k", "cast(null as text)").sortable())
            .filters(Filter.yesNo("odd", "k", "t.id % 2 = 1"))
            .order("id")
            .build();

    // Every id three times, each in a group of its own; what it is sorted by differs from group to group.
    private static final ListSpec GROUPED = ListSpec.at("keyset-grouped", "/keyset-grouped", "list.sample.rows")
            .from(
                    "(select i as id, g as own, (i * 37 + g * 5) % 11 as number from generate_series(1, " + ROWS
                            + ") i, generate_series(1, 3) g) t left join (values (1)) beside (one) on true",
                    "t.id")
            .narrow("(select i as id, g as own, (i * 37 + g * 5) % 11 as number from generate_series(1, " + ROWS
                    + ") i, generate_series(1, 3) g) t")
            .columns(
                    Column.number("number", "k", "t.number").sortable(),
                    Column.number("own", "k", "t.own"),
                    Column.number("beside", "k", "beside.one"))
            .filters(Filter.given("own", "k", own -> Fragment.of("t.own = ?", Integer.valueOf(own))))
            .order("number")
            .build();

    @Inject
    private ListReader reader;

    @Test
    void rowsOfWhatIsGivenAreNotMixedWithThoseThatHaveTheSameId() {
        ListState second = Asked.of(GROUPED, "own=2").state();
        List<Long> met = new ArrayList<>();
        ListState.@Nullable Position next = null;
        while (met.size() < ROWS) {
            Found found = reader.read(second.at(next), Language.ZH);
            assertThat(found.count()).isEqualTo(ROWS);
            assertThat(found.rows()).isNotEmpty().allMatch(row -> row.id(2) == 2);
            met.addAll(ids(found));
            next = new ListState.Position(met.get(met.size() - 1), false);
        }
        assertThat(met).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void pagesAreTheWholeOrderCutIntoPieces() {
        for (Column column : SPEC.columns()) {
            cut(column.key());
            cut("-" + column.key());
        }
    }

    private void cut(String sort) {
        List<Long> whole = ids(reader.read(state(sort, ROWS, null), Language.ZH));
        assertThat(whole).hasSize(ROWS).doesNotHaveDuplicates();
        for (int limit : new int[] {1, 7, 50}) {
            assertThat(forwards(sort, limit))
                    .as("%s by %s forwards", sort, limit)
                    .isEqualTo(whole);
            assertThat(backwards(sort, limit, whole.get(ROWS - 1)))
                    .as("%s by %s backwards", sort, limit)
                    .isEqualTo(whole.subList(0, ROWS - 1));
        }
    }

    private List<Long> forwards(String sort, int limit) {
        List<Long> met = new ArrayList<>();
        ListState.@Nullable Position next = null;
        while (true) {
            Found found = reader.read(state(sort, limit, next), Language.ZH);
            assertThat(found.earlier()).isEqualTo(!met.isEmpty());
            assertThat(found.count()).isEqualTo(ROWS);
            met.addAll(ids(found));
            if (!found.later()) {
                return met;
            }
            assertThat(found.rows()).hasSize(limit);
            next = new ListState.Position(met.get(met.size() - 1), false);
        }
    }

    /** The first page comes full and may repeat what was met; of it only the missing part counts. */
    private List<Long> backwards(String sort, int limit, long last) {
        List<Long> met = new ArrayList<>();
        ListState.Position next = new ListState.Position(last, true);
        while (true) {
            Found found = reader.read(state(sort, limit, next), Language.ZH);
            assertThat(found.later()).isTrue();
            List<Long> page = new ArrayList<>(ids(found));
            boolean beginning = !found.earlier();
            if (beginning) {
                page.removeAll(met);
                page.remove(last);
            }
            Collections.reverse(page);
            met.addAll(page);
            if (beginning) {
                Collections.reverse(met);
                return met;
            }
            next = new ListState.Position(met.get(met.size() - 1), true);
        }
    }

    @Test
    void goesOnFromRowThatIsFilteredOut() {
        List.of("number", "-day").forEach(this::goOn);
    }

    private void goOn(String sort) {
        List<Long> whole = ids(reader.read(state(sort, ROWS, null), Language.ZH));
        ListState odd = Asked.of(SPEC, "odd=yes&sort=" + sort).state();
        for (int i : IntStream.of(0, 40, 90).toArray()) {
            ListState after = odd.at(new ListState.Position(whole.get(i), false));
            List<Long> expected = whole.subList(i + 1, ROWS).stream()
                    .filter(id -> id % 2 == 1)
                    .limit(50)
                    .toList();
            assertThat(ids(reader.read(after, Language.ZH))).isEqualTo(expected);
        }
    }

    @Test
    void beginsAnewWhereTheRowIsGone() {
        for (boolean before : new boolean[] {true, false}) {
            Found found = reader.read(state("number", 5, new ListState.Position(999_999, before)), Language.ZH);
            assertThat(found.lost()).isTrue();
            assertThat(found.earlier()).isFalse();
            assertThat(ids(found)).isEqualTo(ids(reader.read(state("number", 5, null), Language.ZH)));
        }
    }

    private static ListState state(String sort, int limit, ListState.@Nullable Position position) {
        return Asked.of(SPEC, "sort=" + sort + "&limit=" + limit).state().at(position);
    }

    private static List<Long> ids(Found found) {
        return found.rows().stream().map(row -> row.id(0)).toList();
    }
}
