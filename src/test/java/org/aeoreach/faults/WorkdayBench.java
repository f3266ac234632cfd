package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.aeoreach.launcher.SampleFile;
import org.junit.jupiter.api.Test;

/**
 * The packaged program with the full registry and ten million contacts: the import over HTTP while others read, until it
 * can be queried and until it can be found, its undoing, then a working day's requests at 50 a second. Run with
 * {@code mvn -Pbench pre-integration-test -Dtest=WorkdayBench}; {@code -Dbench.rows} and {@code -Dbench.contacts} for
 * less. What was loaded stays in {@code target/bench/workday}: a second run begins with the working day.
 */
class WorkdayBench {

    private static final long ROWS = Long.getLong("bench.rows", 1_140_000);
    private static final long CONTACTS = Long.getLong("bench.contacts", 10_000_000);
    private static final int PER_SECOND = Integer.getInteger("bench.rate", 50);
    private static final Path HOME = Path.of("target", "bench").toAbsolutePath();
    private static final Path LOADED = HOME.resolve("workday.loaded");
    private static final String IMPORTS = "/api/v1/enterprises/imports";

    private final List<String> table = new ArrayList<>();

    @Test
    void measure() throws Exception {
        boolean loaded = Files.exists(LOADED);
        Setup fresh = loaded ? Setup.kept("workday") : Setup.fresh("workday");
        Setup setup = fresh.withData(HOME.resolve("workday")).with("JAVA_TOOL_OPTIONS", "-Duser.timezone=UTC");
        for (String each : List.of("SIGN_IN", "SEARCH", "PICK", "EXPORT")) {
            setup = setup.with("AEO_LIMIT_" + each, "1000000").with("AEO_LIMIT_" + each + "_EACH", "1000000");
        }
        if (!loaded) {
            Setup.delete(setup.data());
        }
        try (Program program = Program.ready(setup)) {
            Store store = Store.of(program);
            if (!loaded) {
                load(program, store);
                Files.writeString(
                        LOADED, LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
            }
            workday(program, store);
        } finally {
            print();
        }
    }

    private void load(Program program, Store store) throws Exception {
        Path file = HOME.resolve("registry.csv");
        SampleFile.write(file, ROWS);
        Client client = program.client().signIn("gacc.officer");
        long before = resident(program);
        String id = imported(program, client, file);
        table.add("| memory of the server at most, more than before the import | %d MiB |"
                .formatted((resident(program) - before) >> 10));
        assertThat(store.number("select count(*) from aeo.enterprise where import_id = " + id))
                .isGreaterThan(ROWS * 99 / 100);
        if (Boolean.parseBoolean(System.getProperty("bench.undo", "true"))) {
            timed("undoing the whole import", () -> until(client, id, "undo", "UNDONE"));
            imported(program, client, file);
        }
        timed("looking for duplicates in the whole registry", () -> scanned(client, store));
        table.add("| pairs of near names found | %,d |"
                .formatted(store.number("select count(*) from aeo.enterprise_duplicate")));
        timed("%,d contacts, straight into the tables".formatted(CONTACTS), () -> {
            SampleContacts.make(store, ROWS, CONTACTS);
            return true;
        });
    }

    /** Something that takes a while. */
    interface Work {
        Object run() throws Exception;
    }

    private void timed(String what, Work work) throws Exception {
        Instant begin = Instant.now();
        work.run();
        row(what, Duration.between(begin, Instant.now()));
    }

    private void row(String what, Duration took) {
        table.add("| %s | %.1f s |".formatted(what, took.toMillis() / 1e3));
        System.out.println(table.get(table.size() - 1));
    }

    /** While an officer elsewhere goes on reading. @return the number of the import */
    private String imported(Program program, Client client, Path file) throws Exception {
        Client reader = program.client().signIn("shenzhen.officer");
        Instant begin = Instant.now();
        Client.Answer received = client.upload(IMPORTS + "?source=bench&name=registry.csv", "text/csv", file);
        row("file of %d MB sent, stored and looked at".formatted(Files.size(file) / 1_000_000), since(begin));
        String id = received.field("id");
        try (Load reading = Load.of(1, () -> {
            Wait.millis(200);
            return reader.get("/desk/enterprises?sector=C&size=LARGE");
        })) {
            Instant started = Instant.now();
            until(client, id, "start", "DONE");
            row("import of %,d rows until they can be queried".formatted(ROWS), since(started));
            row("page of a district's list meanwhile, 95 %", slow(reading.all()));
            Instant queried = Instant.now();
            awaitFound(program, client);
            row("from then until names are found by any part", since(queried));
        }
        return id;
    }

    /** As the job of the night does it, asked for by an officer of GACC. */
    private static Object scanned(Client client, Store store) throws IOException {
        String jobs = "select count(*) from aeo.job where account_id is not null and kind = 'scan-duplicates'";
        client.form("/desk/duplicates/scan", "");
        Wait.until(
                "duplicates looked for", Duration.ofMinutes(20), () -> store.number(jobs + " and status = 'DONE'") > 0);
        return client;
    }

    /** 95 % take no longer. */
    private static Duration slow(List<Load.Outcome> all) {
        List<Duration> sorted = all.stream().map(Load.Outcome::took).sorted().toList();
        return sorted.get(sorted.size() * 95 / 100);
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    private static Object until(Client client, String id, String step, String status) throws IOException {
        String tag = client.get(IMPORTS + "/" + id).header("ETag");
        Client.Answer accepted = client.postIfMatch(IMPORTS + "/" + id + "/" + step, tag);
        if (!accepted.succeeded()) {
            throw new AssertionError(accepted);
        }
        // The job, too, has a status.
        String ended = "\"source\":\"bench\",\"status\":\"" + status + "\"";
        Wait.until("import " + status, Duration.ofMinutes(20), () -> client.getOrFail(IMPORTS + "/" + id)
                .body()
                .contains(ended));
        return id;
    }

    private static void awaitFound(Program program, Client client) {
        Store store = Store.of(program);
        String last = store.value("select name_zh from aeo.enterprise order by id desc limit 1");
        String part = last.substring(2, Math.min(9, last.length()));
        String path = "/desk/pick/enterprises?q=" + URLEncoder.encode(part, StandardCharsets.UTF_8);
        Wait.until("name found", Duration.ofMinutes(10), () -> client.getOrFail(path)
                .body()
                .contains(last));
    }

    /** The most the server has taken so far, in KiB. */
    private static long resident(Program program) throws IOException {
        return Files.readAllLines(
                        Path.of("/proc", Long.toString(program.server().pid()), "status"))
                .stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    private void workday(Program program, Store store) throws Exception {
        // What the night would have done is done at the start; by day nothing of it runs.
        Wait.until(
                "no job runs",
                Duration.ofMinutes(10),
                () -> store.number("select count(*) from aeo.job where status in ('WAITING', 'RUNNING')") == 0);
        Workday day = new Workday(people(program, store), 7);
        day.run(PER_SECOND, Duration.ofSeconds(30));
        List<Workday.Timed> times;
        Longest longest = new Longest(store);
        try (longest) {
            times = day.run(PER_SECOND, Duration.ofSeconds(60));
        }
        table.add("");
        table.add("| %d requests a second, mixed | share | p50 ms | p95 ms | p99 ms | failed |".formatted(PER_SECOND));
        table.add("|---|--:|--:|--:|--:|--:|");
        for (Workday.Kind kind : Workday.Kind.values()) {
            summary(kind.name().toLowerCase(Locale.ROOT), times, each -> each.kind() == kind);
        }
        for (String reach : List.of("house", "district", "GACC")) {
            summary("officers of " + reach, times, each -> each.reach().equals(reach));
        }
        summary("all", times, each -> true);
        Workday.Timed slowest = times.stream()
                .max(Comparator.comparingDouble(Workday.Timed::millis))
                .orElseThrow();
        table.add("");
        table.add("Slowest request: %s of %s, %.0f ms. Slowest statement: %s"
                .formatted(slowest.path(), slowest.reach(), slowest.millis(), longest));
    }

    private void summary(String name, List<Workday.Timed> all, Predicate<Workday.Timed> of) {
        List<Workday.Timed> times = all.stream().filter(of).toList();
        double[] sorted =
                times.stream().mapToDouble(Workday.Timed::millis).sorted().toArray();
        table.add("| %s | %d %% | %.0f | %.0f | %.0f | %d |"
                .formatted(
                        name,
                        100 * times.size() / all.size(),
                        at(sorted, 50),
                        at(sorted, 95),
                        at(sorted, 99),
                        times.stream().filter(each -> !each.succeeded()).count()));
    }

    private static double at(double[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static List<Workday.Person> people(Program program, Store store) throws IOException {
        return Arrays.asList(
                person(program, store, "shekou.officer", "house", 20),
                person(program, store, "shekou.coordinator", "house", 20),
                person(program, store, "dapeng.officer", "house", 10),
                person(program, store, "pudong.officer", "house", 10),
                person(program, store, "shenzhen.officer", "district", 15),
                person(program, store, "shanghai.officer", "district", 10),
                person(program, store, "gacc.officer", "GACC", 15));
    }

    private static Workday.Person person(Program program, Store store, String login, String reach, int share)
            throws IOException {
        String path = store.value("select org_path from aeo.account where login = '" + login + "'");
        String end = path.substring(0, path.length() - 1) + "/";
        String from = " from (select id, name_zh from aeo.enterprise where org_path >= '" + path + "' and org_path < '"
                + end + "' and merged_into is null order by md5(id::text) limit 2000) e";
        return new Workday.Person(
                program.client().signIn(login),
                reach,
                share,
                store.list("select id" + from),
                store.list("select name_zh" + from));
    }

    private void print() throws IOException {
        String text =
                "%,d enterprises, %,d contacts, Java %s, %d cores, load %.1f, %s%n%n| what | result |%n|---|--:|%n%s%n"
                        .formatted(
                                ROWS,
                                CONTACTS,
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors(),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                                String.join("\n", table));
        Files.writeString(HOME.resolve("workday.md"), text);
        System.out.println(text);
    }
}
