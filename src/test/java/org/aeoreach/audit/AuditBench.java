package org.aeoreach.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Sources;
import org.junit.jupiter.api.Test;

/**
 * What chaining costs: transactions of one audit entry against transactions of one insert into a table of the same
 * shape, with fsync and synchronous commit, and how long a million entries take to verify. Run with {@code mvn -Pbench
 * pre-integration-test -Dtest=AuditBench}.
 */
class AuditBench {

    private static final int SECONDS = 10;
    private static final int ENTRIES_PER_CHAIN = 15_625;
    private static final int PER_TRANSACTION = 125;

    private static final String PLAIN = "insert into audit_plain (chain, seq, at, account_id, address, request_id,"
            + " action, record_type, record_id, org_path, changes, hash) values (0, nextval('audit_plain_seq'),"
            + " clock_timestamp(), 100, '203.0.113.7', '0123456789abcdef', 'organization.rename-unit', 'unit', '700',"
            + " '0000.5300.', '{\"nameZh\": [\"甲海关\", \"乙海关\"]}', sha256('x'))";
    private static final String CHAINED = "select audit_append('organization.rename-unit', 'unit', '700', '0000.5300.',"
            + " '{\"nameZh\": [\"甲海关\", \"乙海关\"]}')";
    private static final String ONE_CHAIN = "select set_config('app.audit_chain', '0', true), " + CHAINED.substring(7);

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final List<String> table = new ArrayList<>();

    @Test
    void measure() throws Exception {
        prepare();
        row("operation", "writers", "transactions/s", "mean ms", "ratio to plain");
        row("---", "---", "---", "---", "---");
        for (int writers : new int[] {1, 16}) {
            rate(PLAIN, writers, 2);
            double plain = rate(PLAIN, writers, SECONDS);
            report("plain insert, same shape", writers, plain, plain);
            report("audit_append, 64 chains", writers, rate(CHAINED, writers, SECONDS), plain);
            report("audit_append, one chain", writers, rate(ONE_CHAIN, writers, SECONDS), plain);
        }
        verify();
        print();
    }

    private static void prepare() throws SQLException {
        TestPostgres database = TestPostgres.running();
        owner("create table audit_plain (like audit_entry including all)");
        owner("create sequence audit_plain_seq");
        owner("alter table audit_plain alter id set default nextval('audit_plain_seq')");
        owner("grant insert on audit_plain to " + database.applicationRole());
        owner("grant usage on sequence audit_plain_seq to " + database.applicationRole());
    }

    /** Committed transactions a second, each on its writer's own connection. */
    private double rate(String sql, int writers, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Callable<Long> writer = () -> {
            long done = 0;
            try (Connection connection = TestPostgres.running().application();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                connection.setAutoCommit(false);
                for (; System.nanoTime() < end; done++) {
                    statement.execute();
                    connection.commit();
                }
            }
            return done;
        };
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            running.add(threads.submit(writer));
        }
        long all = 0;
        for (Future<Long> each : running) {
            all += each.get();
        }
        return (double) all / seconds;
    }

    private void verify() throws Exception {
        long before = count();
        List<Callable<Object>> fills = new ArrayList<>();
        for (int chain = 0; chain < AuditChains.COUNT; chain++) {
            int mine = chain;
            fills.add(() -> fill(mine));
        }
        for (Future<Object> each : threads.invokeAll(fills)) {
            each.get();
        }
        owner("analyze audit_entry");
        AuditChains chains = new AuditChains(Sources.jobs());
        int breaks = 0;
        long start = System.nanoTime();
        for (int chain = 0; chain < AuditChains.COUNT; chain++) {
            breaks += chains.breaks(chain, null).size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long entries = count();
        table.add("");
        table.add("Verified %,d entries (%,d of them written above) in 64 chains in %.1f s: %,.0f entries/s, %d breaks."
                .formatted(entries, before, seconds, entries / seconds, breaks));
    }

    private static Object fill(int chain) throws SQLException {
        String append = "select count(" + CHAINED.substring(7) + ") from generate_series(1, " + PER_TRANSACTION + ")";
        try (Connection connection = TestPostgres.running().application();
                PreparedStatement choose =
                        connection.prepareStatement("select set_config('app.audit_chain', ?, true)");
                PreparedStatement many = connection.prepareStatement(append)) {
            connection.setAutoCommit(false);
            choose.setString(1, Integer.toString(chain));
            for (int i = 0; i < ENTRIES_PER_CHAIN / PER_TRANSACTION; i++) {
                choose.execute();
                many.execute();
                connection.commit();
            }
        }
        return chain;
    }

    private static long count() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from audit_entry")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void owner(String sql) throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void report(String what, int writers, double rate, double plain) {
        row(
                what,
                Integer.toString(writers),
                "%.0f".formatted(rate),
                "%.2f".formatted(1000 * writers / rate),
                "%.2f".formatted(rate / plain));
    }

    private void row(String... cells) {
        table.add("| " + String.join(" | ", cells) + " |");
    }

    private void print() throws IOException {
        String machine = "%s, %d cores, Java %s, load %.1f, %d s per line, fsync and synchronous_commit on"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage(),
                        SECONDS);
        String text = machine + "\n\n" + String.join("\n", table) + "\n";
        Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(Path.of("target", "bench", "audit.md"), text);
        System.out.println(text);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.exists(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
