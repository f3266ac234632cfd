package org.aeoreach.faults;

import static org.aeoreach.faults.Stopwatch.asked;
import static org.aeoreach.faults.Stopwatch.repeated;
import static org.aeoreach.faults.Stopwatch.timed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Training in the packaged program: a session with ten thousand registrations as officers open it, what came after a course
 * with twenty thousand people, and five thousand who rush for three hundred seats within a minute, most of them at its
 * beginning. Beside them what the machine can do at all: a page that says nothing, rows counted, a row written. Run with
 * {@code mvn -Pbench pre-integration-test -Dtest=TrainingBench}; {@code -Dbench.registrations}, {@code -Dbench.people},
 * {@code -Dbench.seats}, {@code -Dbench.seconds}, {@code -Dbench.sessions} and {@code -Dbench.times} for less.
 */
class TrainingBench {

    private static final int REGISTRATIONS = Integer.getInteger("bench.registrations", 10_000);
    private static final int SESSIONS = Integer.getInteger("bench.sessions", 20_000);
    private static final int HELD = 200;
    private static final int IN_OTHERS = 2;
    private static final int PEOPLE = Integer.getInteger("bench.people", 5_000);
    private static final int SEATS = Integer.getInteger("bench.seats", 300);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int TIMES = Integer.getInteger("bench.times", 100);
    private static final int WARM = 2 * TIMES;
    private static final int ASKERS = 100;
    private static final Path HOME =
            Path.of(System.getProperty("bench.home", "target/bench")).toAbsolutePath();
    private static final String LIST = "/desk/trainings/registrations?session=";

    private static final List<String> WORDS = List.of("样例学员77", "trainee123", "样例企业1", "R00", "nobody of that name");
    private static final String[][] BARE = {
        {"every registration counted in SQL", "select count(*) from training_registration"},
        {"a row of its own transaction", "insert into bench_row (words) values (repeat('x', 200))"}
    };
    private static final String PERSON = "name=trainee%1$d&mail=rush%1$d%%40bench.test&phone=0755-%1$d&language=ZH";

    private final ResultTable table = new ResultTable();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    @Test
    void measure() throws Exception {
        Setup setup = Setup.fresh("training")
                .withData(HOME.resolve("training"))
                .with("JAVA_TOOL_OPTIONS", "-Duser.timezone=UTC");
        for (String each : List.of("SIGN_IN", "SEARCH", "PICK", "ENQUIRY")) {
            setup = setup.with("AEO_LIMIT_" + each, "1000000").with("AEO_LIMIT_" + each + "_EACH", "1000000");
        }
        Setup.delete(setup.data());
        try (Program program = Program.ready(setup)) {
            Store store = Store.of(program);
            SampleTrainings.enterprises(store, REGISTRATIONS);
            long session = SampleTrainings.session(store, "5300", REGISTRATIONS * 9 / 10);
            SampleTrainings.registered(store, session, REGISTRATIONS);
            SampleTrainings.others(store, SESSIONS, IN_OTHERS);
            long course = SampleTrainings.course(store, HELD, 133);
            warm(program, session);
            bare(program, store);
            read(program, session);
            followed(program, course);
            rush(program, store);
        } finally {
            table.print(
                    HOME.resolve("training.md"),
                    "%,d registrations, %,d people for %,d seats, %,d other sessions"
                            .formatted(REGISTRATIONS, PEOPLE, SEATS, SESSIONS));
        }
    }

    /** What runs for the first time costs the compiler's time besides its own. */
    private static void warm(Program program, long session) throws Exception {
        Client client = program.client().signIn("gacc.officer");
        for (int i = 0; i < WARM; i++) {
            asked(client, "/portal");
            asked(client, "/desk/trainings/" + session);
            asked(client, LIST + session);
        }
    }

    private void bare(Program program, Store store) throws Exception {
        Client anybody = program.client();
        table.baseline("start page of the portal", repeated(TIMES, i -> asked(anybody, "/portal")));
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = aeo; create table if not exists bench_row (id bigserial, words text)");
            for (String[] each : BARE) {
                table.times(each[0], repeated(TIMES, i -> timed(() -> statement.execute(each[1]))));
            }
        }
    }

    private void read(Program program, long session) throws Exception {
        for (String login : List.of("shekou.officer", "shenzhen.officer", "gacc.officer")) {
            Client client = program.client().signIn(login);
            opened(client, "the session, " + login, "/desk/trainings/" + session);
            opened(client, "who is registered", LIST + session);
            opened(client, "by name", LIST + session + "&sort=name");
            opened(client, "those who wait", LIST + session + "&status=WAITING");
            table.times(
                    "somebody looked for among them",
                    repeated(
                            TIMES,
                            i -> asked(
                                    client,
                                    LIST + session + "&q="
                                            + URLEncoder.encode(
                                                    WORDS.get(Math.floorMod(i, WORDS.size())),
                                                    StandardCharsets.UTF_8))));
            opened(client, "all sessions", "/desk/trainings");
        }
        Client anybody = program.client();
        opened(anybody, "sessions in the portal", "/portal/trainings");
        opened(anybody, "those with free seats", "/portal/trainings?free=yes");
        opened(anybody, "the session in the portal", "/portal/trainings/" + session);
        opened(anybody, "the calendar", "/portal/trainings/calendar");
    }

    private void followed(Program program, long course) throws Exception {
        Client client = program.client().signIn("gacc.officer");
        opened(client, "what came after a course", "/desk/trainings/outcome/COURSE-" + course);
        opened(client, "what came after all courses", "/desk/trainings/outcome");
        opened(
                client,
                "the enterprises behind a figure",
                "/desk/trainings/outcome/enterprises?group=PRESENT&step=APPLIED&about=COURSE-" + course);
    }

    private void opened(Client client, String what, String path) throws Exception {
        table.times(what, repeated(TIMES, i -> asked(client, path)));
    }

    /** Users of enterprises register people in the portal. What the compiler has not yet seen is shown to it before. */
    private void rush(Program program, Store store) throws Exception {
        List<Client> users = List.of(
                program.client().signIn("electronics.user"), program.client().signIn("textiles.user"));
        long tried = SampleTrainings.session(store, "0000", WARM / 2);
        for (int i = 0; i < WARM; i++) {
            register(users.get(i % 2), tried, i, System.nanoTime(), new ConcurrentLinkedQueue<>());
        }
        long session = SampleTrainings.session(store, "0000", SEATS);
        Queue<Double> times = new ConcurrentLinkedQueue<>();
        long begin = atTheirTime(users, session, times);
        table.seconds("the last of %,d answered after".formatted(PEOPLE), (System.nanoTime() - begin) / 1e9);
        table.times(
                "registered or waiting, from when it was due, %d refused".formatted(refused.size()),
                times.stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(refused).as("refused").isEmpty();
        right(store, session);
        Wait.until(
                "all letters of it",
                Duration.ofMinutes(10),
                () -> store.number("select count(*) from aeo.training_notice") == 0);
        table.seconds("all letters of it are written after", (System.nanoTime() - begin) / 1e9);
    }

    /** The half of them in the first quarter of the time; a hundred at most wait for their answers at once. */
    private long atTheirTime(List<Client> users, long session, Queue<Double> times) throws InterruptedException {
        ScheduledExecutorService askers = Executors.newScheduledThreadPool(ASKERS);
        long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < PEOPLE; i++) {
            double part = (double) i / PEOPLE;
            long due = begin + (long) (part * part * TimeUnit.SECONDS.toNanos(SECONDS));
            int number = i;
            askers.schedule(
                    () -> register(users.get(number % users.size()), session, number, due, times),
                    due - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        askers.shutdown();
        assertThat(askers.awaitTermination(SECONDS + 300L, TimeUnit.SECONDS))
                .as("the server keeps up")
                .isTrue();
        return begin;
    }

    private void register(Client user, long session, int number, long due, Queue<Double> times) {
        try {
            Client.Answer answer = user.form("/portal/my/trainings/sessions/" + session, PERSON.formatted(number));
            if (answer.status() != 303) {
                refused.add(answer.toString());
            }
            times.add((System.nanoTime() - due) / 1e6);
        } catch (IOException fault) {
            refused.add(fault.toString());
        }
    }

    /** Exactly as many as there are seats are in, the first who came; all others wait, and nobody is there twice. */
    private static void right(Store store, long session) {
        String of = " from aeo.training_registration where session_id = " + session;
        assertThat(store.number("select count(*)" + of + " and status = 'REGISTERED'"))
                .isEqualTo(SEATS);
        assertThat(store.number("select count(*)" + of + " and status = 'WAITING'"))
                .isEqualTo(PEOPLE - SEATS);
        assertThat(store.number("select count(distinct lower(mail))" + of)).isEqualTo(PEOPLE);
        assertThat(store.number("select taken from aeo.training_seat_pool where session_id = " + session))
                .isEqualTo(SEATS);
        assertThat(store.value("select max(place) filter (where status = 'REGISTERED') < min(place) filter (where"
                        + " status = 'WAITING')" + of))
                .isEqualTo("t");
    }
}
