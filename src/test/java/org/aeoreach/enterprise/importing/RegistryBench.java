package org.aeoreach.enterprise.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.importing.cell.Vocabulary;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableLook;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.launcher.registry.SampleEnterprise;
import org.aeoreach.launcher.registry.SampleHouse;
import org.aeoreach.launcher.registry.SampleRegistry;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The import of the whole registry into the embedded database, as the job does it: row-level security, keys and indexes
 * in place, one transaction. Then the requests of a working day. Run with {@code -Pbench -Dtest=RegistryBench};
 * {@code -Dbench.rows=100000} for a smaller one, {@code -Dbench.contacts=0} without contacts. The picker answers from
 * the search index and is measured there.
 */
class RegistryBench {

    private static final long ROWS = Long.getLong("bench.rows", SampleRegistry.FULL);
    private static final long CONTACTS = Long.getLong("bench.contacts", 10_000_000 * ROWS / SampleRegistry.FULL);
    private static final Path FILE = Path.of("target", "bench", "registry-" + ROWS + ".csv");

    private final List<String> table = new ArrayList<>();

    @Test
    void measure() throws Exception {
        table.add("| what | result |");
        table.add("|---|--:|");
        write();
        TableLook look =
                timed("look at the file (encoding, separator, width, end)", () -> TableFile.look(FILE, false, null));
        LineReader reader = reader(look.header());
        timed("read and check all rows, without the database", () -> read(look, reader));
        System.gc();
        long heap = used();
        timed("import: read, check, COPY, insert with keys and indexes, commit", () -> imported(look, reader));
        table.add("| heap used after it, more than before | %d MiB |".formatted((used() - heap) >> 20));
        timed("%,d contacts, straight into the tables".formatted(CONTACTS), () -> {
            SampleContacts.make(ROWS, CONTACTS, Rows.number("select id from account where login = 'gacc.officer'"));
            return Rows.change(
                    "update enterprise set next_contact_due = current_date - 10 + (id % 40)::int, coordinator_id ="
                            + " (select id from account where login = 'shekou.coordinator') where tier is not null and org_path"
                            + " like '0000.5300.5304.%'");
        });
        timed("analyze", () -> Rows.change("analyze enterprise"));
        assertThat(Rows.number("select count(*) from enterprise where source = 'import'"))
                .isEqualTo(ROWS);
        table.addAll(IndexCosts.measured());
        RegistryRequests requests = new RegistryRequests(ROWS);
        table.addAll(requests.run());
        print();
    }

    /** Something that takes a while. */
    interface Work<T> {
        T run() throws Exception;
    }

    private <T> T timed(String what, Work<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.run();
        table.add("| %s | %.1f s |".formatted(what, (System.nanoTime() - start) / 1e9));
        System.out.println(table.get(table.size() - 1));
        return result;
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void write() throws IOException, SQLException {
        if (Files.exists(FILE)) {
            return;
        }
        Files.createDirectories(FILE.getParent());
        SampleRegistry registry = new SampleRegistry(ROWS, 1, houses());
        try (var out = Files.newBufferedWriter(FILE)) {
            out.write(String.join(",", SampleEnterprise.COLUMNS) + "\n");
            for (long i = 0; i < ROWS; i++) {
                out.write(String.join(",", registry.get(i).cells()) + "\n");
            }
        }
    }

    private static List<SampleHouse> houses() throws SQLException {
        return Rows.all("select u.code, n.zh from unit u join unit_name n on n.unit_id = u.id and n.valid_to is null"
                        + " where u.kind = 'HOUSE' order by u.code")
                .stream()
                .map(row -> new SampleHouse(row.text("code"), "", row.text("zh").replace("海关", ""), null, 1))
                .toList();
    }

    private static long read(TableLook look, LineReader reader) throws IOException {
        long good = 0;
        CopyText text = new CopyText();
        try (TableRows rows = TableFile.open(FILE, look.reading())) {
            rows.next();
            for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
                Line line = reader.read(rows.line(), cells);
                good += line.refusal() == null ? 1 : 0;
                text.add(line);
                if (text.rows() == 20_000) {
                    text.clear();
                }
            }
        }
        assertThat(good).isEqualTo(look.rows());
        return good;
    }

    private static LineReader reader(List<String> header) throws SQLException {
        List<@Nullable ImportField> columns = new ArrayList<>();
        header.forEach(name -> columns.add(ImportField.of(name).orElseThrow()));
        Map<String, Places.Place> places = new HashMap<>();
        Rows.all("select c.code, u.id, u.org_path from customs_code c join unit u on u.id = c.unit_id")
                .forEach(row -> places.put(row.text("code"), new Places.Place(row.id("id"), row.text("org_path"))));
        Vocabulary words = new Vocabulary();
        for (String column : List.of("sector", "size_class", "business_types", "grade", "journey_step", "tier")) {
            ImportField field = ImportField.of(column).orElseThrow();
            for (String code : ("A B C D E F G H I J K L M N O P Q R S T LARGE MEDIUM SMALL MICRO CONSIGNEE_CONSIGNOR"
                            + " CUSTOMS_BROKER MANUFACTURER CBEC_PLATFORM CBEC_OPERATOR CBEC_LOGISTICS BONDED_ZONE"
                            + " FOOD_AGRICULTURE EXPRESS_OPERATOR ACE GCE CE REGULAR DISCREDITED PROSPECT CONTACTED BRIEFED"
                            + " INTERESTED CULTIVATION SELF_ASSESSED APPLIED AEO")
                    .split(" ")) {
                words.with(field, code, code);
            }
        }
        return new LineReader(columns, words, new Places(places, "0000."), LocalDate.of(2026, 11, 22));
    }

    private static StagedLoad.Counts imported(TableLook look, LineReader reader) throws Exception {
        Rows.change("insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)"
                + " select decode(repeat('cc', 32), 'hex'), 'bench.csv', 'text/csv', 1, 'bench', a.id, a.unit_id, a.org_path"
                + " from account a where a.login = 'gacc.officer'");
        long id = Rows.number(
                "insert into enterprise_import (account_id, unit_id, org_path, file_id, file_name, source,"
                        + " charset, separator, sheet, header, fields, lines) select account_id, unit_id, org_path, id, 'bench',"
                        + " 'bench', 'UTF-8', ',', '', '{}', '{}', 1 from stored_file where purpose = 'bench' limit 1 returning id");
        try (Connection connection = TestPostgres.running().application();
                TableRows rows = TableFile.open(FILE, look.reading())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('app.lo', '0000.', true), set_config('app.hi', '0000/', true),"
                        + " set_config('app.write_lo', '0000.', true), set_config('app.write_hi', '0000/', true)");
            }
            rows.next();
            StagedLoad.Plan plan = new StagedLoad.Plan(id, "0000.", ImportMode.BOTH, LocalDate.of(2026, 11, 22));
            StagedLoad.Counts counts = new StagedLoad(connection, plan, reader).run(rows, read -> {});
            connection.commit();
            return counts;
        }
    }

    private void print() throws IOException {
        String text = "%d rows, Java %s, %d cores, load %.1f, %s\n\n%s\n"
                .formatted(
                        ROWS,
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")),
                        String.join("\n", table));
        Files.writeString(Path.of("target", "bench", "registry.md"), text);
        System.out.println(text);
    }
}
