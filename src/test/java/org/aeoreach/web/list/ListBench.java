package org.aeoreach.web.list;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.Preferences;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.list.export.Format;
import org.aeoreach.web.list.export.RowFile;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;
import org.junit.jupiter.api.Test;

/**
 * A list of 300,000 rows under row-level security: first, deep and last page by several columns, against the same page
 * by OFFSET, and files of 100,000 rows. Run with {@code mvn -Pbench pre-integration-test -Dtest=ListBench}.
 */
class ListBench {

    private static final int ROWS = 300_000;
    private static final int TIMES = 20;
    private static final ListSpec SPEC = ListSpec.at("bench", "/bench", "list.sample.rows")
            .from("bench_row b", "b.id")
            .columns(
                    Column.name("name", "list.sample.name", "b.zh", "b.en").lead(),
                    Column.code("code", "list.sample.code", "b.code").sortable(),
                    Column.day("day", "list.sample.day", "b.day").sortable(),
                    Column.moment("at", "list.sample.at", "b.at").sortedBy("b.id"),
                    Column.number("amount", "list.sample.amount", "b.amount").sortable(),
                    Column.status("state", "list.sample.state", v -> Cell.Tone.GOOD, "list.sample.state.", "b.state"))
            .filters(Filter.search("list.sample.name", "b.zh", "b.en"))
            .order("-at")
            .build();

    private final List<String> table = new ArrayList<>();
    private final Page page = new Page(
            "样例",
            Language.ZH,
            null,
            "/bench",
            null,
            "/bench",
            false,
            null,
            new Preferences("auto", true, null),
            new Messages());

    @Test
    void measure() throws Exception {
        prepare();
        table.add("| what | milliseconds, median of " + TIMES + " |");
        table.add("|---|---|");
        try (Connection connection = TestPostgres.running().application()) {
            connection.setAutoCommit(false);
            scope(connection);
            for (String sort : List.of("-at", "code", "day", "-amount", "name")) {
                pages(connection, sort);
            }
            time("count, capped at 10,000", connection, statement("").count(Found.COUNTED + 1));
            time(
                    "first page of a search that finds 300",
                    connection,
                    statement("q=Row+123").all(51));
            for (Format format : Format.values()) {
                file(connection, format);
            }
        }
        print();
    }

    private static Statement statement(String query) {
        return new Statement(Asked.of(SPEC, query).state(), Language.ZH);
    }

    private void pages(Connection connection, String sort) throws SQLException {
        Statement statement = statement("sort=" + sort);
        time(sort + ": first page", connection, statement.segment(true, null, false, 51));
        long deep = read(connection, "select id from bench_row where id = " + ROWS / 2, row -> row.id(0))
                .get(0);
        Object value = statement.byId()
                ? deep
                : read(connection, statement.keyOf(deep), row -> row.columns()[0])
                        .get(0);
        Statement.Key key = new Statement.Key(value, deep);
        time(sort + ": page from the middle", connection, statement.segment(true, key, false, 51));
        time(sort + ": page before the middle", connection, statement.segment(true, key, true, 51));
        Fragment all = statement.all(51);
        time(
                sort + ": page from the middle by OFFSET",
                connection,
                new Fragment(all.sql() + " offset " + ROWS / 2, all.values()));
    }

    private static void prepare() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                java.sql.Statement statement = owner.createStatement()) {
            statement.execute("create table bench_row (id bigint primary key, org_path text collate \"C\" not null,"
                    + " zh text not null, en text, code text collate \"C\" not null, day date, at timestamptz not null,"
                    + " amount numeric, state text not null)");
            statement.execute(
                    "insert into bench_row select i, '0000.' || 1000 + i % 42 * 100 || '.' || 1000 + i % 300 || '.',"
                            + " chr(19968 + i * 37 % 5000) || chr(19968 + i * 91 % 5000) || '公司', 'Row ' || i,"
                            + " lpad((i * 7919 % 1000000)::text, 10, '0'), case when i % 3 > 0 then date '2020-01-01' + i % 2000 end,"
                            + " timestamptz '2020-01-01' + i * interval '7 min', case when i % 5 > 0 then i * 31 % 100000 end, 'GOOD'"
                            + " from generate_series(1, " + ROWS + ") i");
            for (String column : List.of("code", "day", "amount", "zh collate pinyin")) {
                statement.execute("create index on bench_row (" + column + ", id)");
            }
            statement.execute("alter table bench_row enable row level security");
            statement.execute("create policy bench_read on bench_row for select using (org_path >="
                    + " nullif(current_setting('app.lo', true), '') and org_path < current_setting('app.hi', true))");
            statement.execute(
                    "grant select on bench_row to " + TestPostgres.running().applicationRole());
            statement.execute("vacuum analyze bench_row");
        }
    }

    private static void scope(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.lo', '0000.', false), set_config('app.hi', '0000/', false)");
            connection.commit();
        }
    }

    private static <T> List<T> read(Connection connection, String sql, java.util.function.Function<Rows.Row, T> read)
            throws SQLException {
        return read(connection, Fragment.of(sql), read);
    }

    private static <T> List<T> read(
            Connection connection, Fragment fragment, java.util.function.Function<Rows.Row, T> read)
            throws SQLException {
        try (PreparedStatement query = prepared(connection, fragment)) {
            return Rows.list(query, read);
        }
    }

    private static PreparedStatement prepared(Connection connection, Fragment fragment) throws SQLException {
        PreparedStatement query = connection.prepareStatement(fragment.sql());
        for (int i = 0; i < fragment.values().size(); i++) {
            query.setObject(i + 1, fragment.values().get(i));
        }
        return query;
    }

    private void time(String what, Connection connection, Fragment fragment) throws SQLException {
        double[] times = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            read(connection, fragment, row -> row);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        table.add("| " + what + " | %.1f |".formatted(times[TIMES / 2]));
    }

    private void file(Connection connection, Format format) throws IOException, SQLException {
        System.gc();
        long start = System.nanoTime();
        FileChannel file = ExportFile.written(out -> write(connection, format, out));
        double seconds = (System.nanoTime() - start) / 1e9;
        table.add("| file of 100,000 rows, %s, %.1f MB | %.0f (once) |"
                .formatted(format, file.size() / 1e6, seconds * 1000));
        file.close();
    }

    private void write(Connection connection, Format format, OutputStream out) throws IOException {
        List<Column> columns = SPEC.columns();
        try (RowFile file = format.write(out, "样例", page.zone());
                PreparedStatement query = prepared(connection, statement("").all(Exports.MOST))) {
            query.setFetchSize(1000);
            file.headings(columns.stream().map(Column::key).toList());
            Rows.each(query, row -> file.row(Assembly.cells(columns, row, page)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print() throws IOException {
        String text = "%d rows under row-level security, Java %s, %d cores, load %.1f\n\n%s\n"
                .formatted(
                        ROWS,
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage(),
                        String.join("\n", table));
        Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(Path.of("target", "bench", "list.md"), text);
        System.out.println(text);
    }
}
