package org.aeoreach.campaign.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Districts see each other's sums, and neither a sum nor a difference of sums gives fewer than five away. */
@Tag("db")
class SisterSumsTest {

    private static final int FEWEST = 5;
    private static final String[] AUDIENCES = {"AEO", "ALL", "PROSPECTIVE"};

    private final Random random = new Random(5);

    /** Cells of districts and audiences; the first district is the viewer's own. */
    private record Cells(Long[] units, String[] audiences, Long[] sums, Boolean[] hidden) {

        boolean unknown(int i) {
            return hidden[i] && !own(i);
        }

        boolean own(int i) {
            return units[i] == 1;
        }
    }

    @Test
    void noCellUnderFiveStandsAloneOrAmongCellsThatSumUpToFewer() throws SQLException {
        try (Connection owner = TestPostgres.running().owner()) {
            for (int i = 0; i < 300; i++) {
                check(hidden(owner, drawn(2 + random.nextInt(8), 1 + random.nextInt(3))));
            }
        }
    }

    private Cells drawn(int districts, int audiences) {
        int size = districts * audiences;
        Cells cells = new Cells(new Long[size], new String[size], new Long[size], new Boolean[size]);
        int most = random.nextBoolean() ? 12 : 60;
        for (int i = 0; i < size; i++) {
            cells.units()[i] = 1L + i / audiences;
            cells.audiences()[i] = AUDIENCES[i % audiences];
            cells.sums()[i] = (long) random.nextInt(most);
            cells.hidden()[i] = cells.sums()[i] < FEWEST;
        }
        return cells;
    }

    private static Cells hidden(Connection owner, Cells cells) throws SQLException {
        Boolean[] own = Arrays.stream(cells.units()).map(unit -> unit == 1).toArray(Boolean[]::new);
        try (PreparedStatement query = owner.prepareStatement("select campaign_hide(?, ?, ?, ?, ?)")) {
            Object[][] values = {cells.units(), cells.audiences(), cells.sums(), own, cells.hidden()};
            String[] types = {"bigint", "text", "bigint", "boolean", "boolean"};
            for (int i = 0; i < values.length; i++) {
                query.setArray(i + 1, owner.createArrayOf(types[i], values[i]));
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                Array answer = row.getArray(1);
                return new Cells(cells.units(), cells.audiences(), cells.sums(), (Boolean[]) answer.getArray());
            }
        }
    }

    private static void check(Cells cells) {
        for (int i = 0; i < cells.units().length; i++) {
            if (!cells.own(i)) {
                int at = i;
                assertThat(cells.hidden()[i] || cells.sums()[i] >= FEWEST).isTrue();
                line(cells, other -> cells.audiences()[other].equals(cells.audiences()[at]));
                line(cells, other -> cells.units()[other].equals(cells.units()[at]));
            }
        }
    }

    /** What somebody who knows the whole of a line and all that is shown of it can find out of the rest. */
    private static void line(Cells cells, IntPredicate within) {
        List<Integer> known = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        IntStream.range(0, cells.units().length)
                .filter(within)
                .filter(i -> !cells.own(i))
                .forEach(i -> (cells.unknown(i) ? unknown : known).add(i));
        long sum = unknown.stream().mapToLong(i -> cells.sums()[i]).sum();
        if (!unknown.isEmpty() && !known.isEmpty()) {
            assertThat(unknown).as("hidden alone").hasSizeGreaterThan(1);
            assertThat(sum).as("hidden together").isGreaterThanOrEqualTo(FEWEST);
        }
    }

    @Test
    void showsSumsOnlyToTheDistrictsOfADirectiveThatPublishesThem() throws SQLException {
        long campaign = SampleCampaign.approved("gacc.officer", List.of(unit("5300"), unit("5200"), unit("2200")))
                .id();
        Rows.change("update campaign set status = 'RUNNING', frozen_at = now() where id = ?", campaign);
        sum(campaign, "5304", "UNTOUCHED", 30);
        sum(campaign, "5304", "REACHED", 12);
        sum(campaign, "5201", "REACHED", 3);
        sum(campaign, "2201", "UNTOUCHED", 40);
        assertThat(seen(campaign, "0000.5300.")).isEmpty();
        Rows.change("update campaign set sister_sums = true where id = ?", campaign);
        assertThat(seen(campaign, "0000.5300."))
                .containsExactlyInAnyOrder("5300 42 12", "5200 null null", "2200 null null");
        assertThat(seen(campaign, "0000.5200.")).containsExactlyInAnyOrder("5300 42 null", "5200 3 3", "2200 40 null");
        assertThat(seen(campaign, "0000.0100.")).isEmpty();
        assertThat(seen(campaign, "0000.5300.5304.")).isEmpty();
        Rows.change("delete from campaign_sum where campaign_id = ?", campaign);
        Rows.change("update campaign set status = 'WITHDRAWN' where id = ?", campaign);
    }

    private static long unit(String code) throws SQLException {
        return Rows.number("select id from unit where code = ?", code);
    }

    private static void sum(long campaign, String code, String state, int enterprises) throws SQLException {
        Rows.change(
                "insert into campaign_sum (campaign_id, dimension, house_id, house_path, value, audience, state,"
                        + " enterprises) select ?, 'ALL', id, org_path, '', 'ALL', ?, ? from unit where code = ?",
                campaign,
                state,
                enterprises,
                code);
    }

    private static List<String> seen(long campaign, String path) throws SQLException {
        try (Connection application = TestPostgres.running().application();
                Statement statement = application.createStatement()) {
            statement.execute("select set_config('app.lo', '" + path + "', false), set_config('app.hi', '"
                    + path.substring(0, path.length() - 1) + "/', false)");
            List<String> seen = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select u.code || ' ' || coalesce(s.in_scope::text, 'null')"
                    + " || ' ' || coalesce(s.reached::text, 'null') from campaign_sister_sums(" + campaign
                    + ") s join unit u on u.id = s.unit_id")) {
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
            }
            return seen;
        }
    }
}
