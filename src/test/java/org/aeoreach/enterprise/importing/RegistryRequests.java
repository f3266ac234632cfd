package org.aeoreach.enterprise.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;

/** The statements behind the pages of the registry, each as officers of different reach ask for it. */
final class RegistryRequests {

    private static final int TIMES = 60;
    private static final String[] RANGES = {"0000.", "0000.5300.", "0000.2200.", "0000.5300.5304."};

    private final long rows;
    private final SplittableRandom random = new SplittableRandom(7);

    RegistryRequests(long rows) {
        this.rows = rows;
    }

    /** A statement by the name of its page. */
    private record Request(String name, String sql) {}

    private static final String LIST = "select e.id, e.name_zh, e.customs_code, n.zh from enterprise e join unit_name n"
            + " on n.unit_id = e.unit_id and n.valid_to is null where e.merged_into is null and ";
    private static final List<Request> REQUESTS = List.of(
            new Request(
                    "list: sector and size, by name",
                    LIST
                            + "e.sector = 'C' and e.size_class = 'LARGE' order by e.name_zh collate pinyin, e.id limit 51"),
            new Request(
                    "list: sector and size, newest first",
                    LIST + "e.sector = 'C' and e.size_class = 'LARGE' order by e.id desc limit 51"),
            new Request(
                    "list: grade and size, by name",
                    LIST + "e.grade = 'ACE' and e.size_class = 'LARGE'"
                            + " order by e.name_zh collate pinyin, e.id limit 51"),
            new Request(
                    "list: count, capped at 10,000",
                    "select count(*) from (select 1 from enterprise e where"
                            + " e.merged_into is null and e.sector = 'C' and e.size_class = 'LARGE' limit 10001) c"),
            new Request(
                    "page of one enterprise",
                    "select * from enterprise e where e.id = (select id from enterprise where id >= ? order by id limit 1)"));

    List<String> run() throws SQLException {
        List<String> table = new ArrayList<>();
        table.add("");
        table.add("| statement | p50 ms | p95 ms | p99 ms |");
        table.add("|---|--:|--:|--:|");
        String slowest = "";
        double worst = 0;
        long last = Rows.number("select max(id) from enterprise");
        for (Request request : REQUESTS) {
            double[] times = times(request, last);
            table.add("| %s | %.1f | %.1f | %.1f |"
                    .formatted(request.name(), at(times, 50), at(times, 95), at(times, 99)));
            if (at(times, 95) > worst) {
                worst = at(times, 95);
                slowest = request.name();
            }
        }
        table.add("");
        table.add("Slowest of %d rows: %s".formatted(rows, slowest));
        return table;
    }

    private double[] times(Request request, long last) throws SQLException {
        double[] times = new double[TIMES];
        try (Connection connection = TestPostgres.running().application()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TIMES; i++) {
                scope(connection, RANGES[i % RANGES.length]);
                try (PreparedStatement statement = connection.prepareStatement(request.sql())) {
                    if (request.sql().contains("?")) {
                        statement.setLong(1, random.nextLong(last));
                    }
                    long start = System.nanoTime();
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) {
                            result.getObject(1);
                        }
                    }
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
                connection.commit();
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static void scope(Connection connection, String range) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select set_config('app.lo', ?, true), set_config('app.hi', ?, true)")) {
            statement.setString(1, range);
            statement.setString(2, range.substring(0, range.length() - 1) + "/");
            statement.executeQuery().close();
        }
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
