package org.aeoreach.faults;

import static org.aeoreach.faults.Stopwatch.asked;
import static org.aeoreach.faults.Stopwatch.repeated;
import static org.aeoreach.faults.Stopwatch.timed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A million enquiries in the packaged program: queues, boards and pages as officers of the three levels open them, search
 * among them, new questions over REST and by mail. Beside them what the machine can do at all: a page that says nothing,
 * rows counted, words looked for without an index, a row written. Run with {@code mvn -Pbench pre-integration-test
 * -Dtest=EnquiryBench}; {@code -Dbench.enquiries} for less. What was loaded stays in {@code target/bench/enquiry}, or
 * below {@code -Dbench.home}: a second run only measures.
 */
class EnquiryBench {

    private static final long ENQUIRIES = Long.getLong("bench.enquiries", 1_000_000);
    private static final int PER_SECOND = Integer.getInteger("bench.rate", 100);
    private static final int SECONDS = 30;
    private static final int TIMES = 60;
    private static final int WARM = 200;
    private static final Path HOME =
            Path.of(System.getProperty("bench.home", "target/bench")).toAbsolutePath();
    private static final Path LOADED = HOME.resolve("enquiry.loaded");
    private static final String QUEUE = "/desk/enquiries";

    private static final List<String> WORDS = List.of("高级认证 材料", "境外互认", "保证金担保", "S0123456", "Question 年度报告");
    private static final String[][] BARE = {
        {"every enquiry counted in SQL", "select count(*) from enquiry_work"},
        {
            "two words looked for in subjects, no index",
            "select id from enquiry where subject like '%境外互认%第%' order by id"
        },
        {"a row of its own transaction", "insert into bench_row (words) values (repeat('x', 200))"}
    };

    private final ResultTable table = new ResultTable();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    @Test
    void measure() throws Exception {
        boolean loaded = Files.exists(LOADED);
        Setup fresh = loaded ? Setup.kept("enquiry") : Setup.fresh("enquiry");
        Setup setup = fresh.withData(HOME.resolve("enquiry")).with("JAVA_TOOL_OPTIONS", "-Duser.timezone=UTC");
        for (String each : List.of("SIGN_IN", "SEARCH", "PICK", "ENQUIRY")) {
            setup = setup.with("AEO_LIMIT_" + each, "1000000").with("AEO_LIMIT_" + each + "_EACH", "1000000");
        }
        if (!loaded) {
            load(setup);
        }
        try {
            try (Program program = Program.ready(setup)) {
                indexed(program);
                warm(program);
                Store store = Store.of(program);
                bare(program, store);
                read(program, store);
                taken(program);
            }
            new MailedEnquiries(setup, table).measure();
            assertThat(refused).as("refused").isEmpty();
        } finally {
            table.print(HOME.resolve("enquiry.md"), "%,d enquiries".formatted(ENQUIRIES));
        }
    }

    /** The index is made of what is there when the program starts without one. */
    private static void load(Setup setup) throws IOException {
        Setup.delete(setup.data());
        try (Program program = Program.ready(setup)) {
            SampleEnquiries.make(Store.of(program), ENQUIRIES);
        }
        Setup.delete(setup.data().resolve("search"));
        Files.writeString(LOADED, "loaded");
    }

    private static void indexed(Program program) {
        Wait.until(
                "the search index",
                Duration.ofMinutes(30),
                () -> !program.client().getOrFail("/health/ready").body().contains("DEGRADED"));
    }

    /** What runs for the first time costs the compiler's time besides its own. */
    private static void warm(Program program) throws Exception {
        Client client = program.client().signIn("gacc.officer");
        for (int i = 0; i < WARM; i++) {
            asked(client, "/portal");
            asked(client, QUEUE);
            asked(client, QUEUE + "/board");
        }
    }

    private void bare(Program program, Store store) throws Exception {
        table.baseline("start page of the portal", repeated(TIMES, i -> asked(program.client(), "/portal")));
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = aeo; create table if not exists bench_row (id bigserial, words text)");
            for (String[] each : BARE) {
                statement.execute(each[1]);
                table.times(each[0], repeated(TIMES, i -> timed(() -> statement.execute(each[1]))));
            }
        }
    }

    private void read(Program program, Store store) throws Exception {
        for (String login : List.of("shekou.officer", "shenzhen.officer", "gacc.officer")) {
            Client client = program.client().signIn(login);
            opened(client, "queue of " + login, QUEUE);
            opened(client, "a page in the middle of it", QUEUE + "?after=" + middle(store, login));
            opened(client, "what is his unit's turn", QUEUE + "?whose=UNIT");
            opened(client, "his own", QUEUE + "?whose=MINE");
            opened(client, "the late ones", QUEUE + "?clock=LATE");
            opened(client, "all that are closed, the newest first", QUEUE + "?done=true&status=CLOSED&sort=-asked");
            opened(client, "everything, by number", QUEUE + "?done=true&sort=number");
            opened(client, "urgent ones by phone", QUEUE + "?priority=1&channel=PHONE");
            opened(client, "board of his unit", QUEUE + "/board");
            opened(client, "board of all below", QUEUE + "/board?whose=BELOW");
            found(client, "found by words among those to do", "");
            found(client, "found by words among all", "done=true&");
            opened(client, "start page", "/desk");
            pages(client, store, login);
        }
    }

    private static String middle(Store store, String login) {
        return store.value("select w.enquiry_id from aeo.enquiry_work w, aeo.account a where a.login = '" + login
                + "' and starts_with(w.org_path, a.org_path) and w.due_at is not null"
                + " order by w.due_at, w.enquiry_id offset (select count(*) / 2 from aeo.enquiry_work w, aeo.account a"
                + " where a.login = '" + login
                + "' and starts_with(w.org_path, a.org_path) and w.due_at is not null) limit 1");
    }

    private void pages(Client client, Store store, String login) throws Exception {
        List<String> ids = store.list("select enquiry_id from aeo.enquiry_work w, aeo.account a where a.login = '"
                + login + "' and starts_with(w.org_path, a.org_path) order by md5(enquiry_id::text) limit " + TIMES);
        table.times("page of an enquiry", repeated(TIMES, i -> asked(client, QUEUE + "/" + each(ids, i))));
        table.times("what is like it", repeated(TIMES, i -> asked(client, QUEUE + "/" + each(ids, i) + "/together")));
    }

    private static String each(List<String> ids, int i) {
        return ids.get(Math.floorMod(i, ids.size()));
    }

    private void opened(Client client, String what, String path) throws Exception {
        table.times(what, repeated(TIMES, i -> asked(client, path)));
    }

    private void found(Client client, String what, String all) throws Exception {
        table.times(
                what,
                repeated(
                        TIMES,
                        i -> asked(
                                client,
                                QUEUE + "?" + all + "q=" + URLEncoder.encode(each(WORDS, i), StandardCharsets.UTF_8))));
    }

    /** What the compiler has not yet seen under load takes longer; a server that has run for a minute is past it. */
    private void taken(Program program) throws Exception {
        Client client = program.client().signIn("shekou.officer");
        Queue<Double> times = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < WARM; i++) {
            ask(client, QUESTION.formatted(-i), System.nanoTime(), times);
        }
        for (String when : List.of("the first half minute", "the next")) {
            times.clear();
            atTheirTime(client, times);
            table.times(
                    "new questions over REST, %d a second, %s, %d refused".formatted(PER_SECOND, when, refused.size()),
                    times.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** New questions, so many a second whatever becomes of them; each counts from when it was due. */
    private void atTheirTime(Client client, Queue<Double> times) throws InterruptedException {
        ScheduledExecutorService askers = Executors.newScheduledThreadPool(40);
        long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < PER_SECOND * SECONDS; i++) {
            long due = begin + i * 1_000_000_000L / PER_SECOND;
            String body = QUESTION.formatted(i);
            askers.schedule(() -> ask(client, body, due, times), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        askers.shutdown();
        assertThat(askers.awaitTermination(SECONDS + 60L, TimeUnit.SECONDS))
                .as("the server keeps up")
                .isTrue();
    }

    private static final String QUESTION = "{\"channel\":\"PHONE\",\"language\":\"ZH\",\"subject\":\"样例问题%1$d\","
            + "\"body\":\"请问申请高级认证需要准备哪些材料？第%1$d次\",\"name\":\"样例\","
            + "\"priority\":2,\"take\":false}";

    private void ask(Client client, String body, long due, Queue<Double> times) {
        try {
            Client.Answer answer =
                    client.post("/api/v1/enquiries", body, UUID.randomUUID().toString());
            if (!answer.succeeded()) {
                refused.add(answer.toString());
            }
            times.add((System.nanoTime() - due) / 1e6);
        } catch (IOException fault) {
            refused.add(fault.toString());
        }
    }
}
