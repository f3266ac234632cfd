package org.aeoreach.faults;

import static org.aeoreach.faults.Stopwatch.asked;
import static org.aeoreach.faults.Stopwatch.repeated;
import static org.aeoreach.faults.Stopwatch.since;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The door of a conference in the packaged program: twelve hundred people come, twenty a second, checked in one by one on
 * twelve devices which ask every ten seconds how many there are; then as many again who were checked in without network
 * and are told all at once when it is back, each of them twice. Run with {@code mvn -Pbench pre-integration-test
 * -Dtest=CheckInBench}; {@code -Dbench.people}, {@code -Dbench.rate} and {@code -Dbench.devices} for less.
 */
class CheckInBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 1_200);
    private static final int RATE = Integer.getInteger("bench.rate", 20);
    private static final int DEVICES = Integer.getInteger("bench.devices", 12);
    private static final int WARM = 200;
    private static final int TIMES = 100;
    private static final int OTHERS = 2_000;
    private static final int BATCH = 100;
    private static final long WATCH = 10;
    private static final String ONE = "{\"mark\":\"%s\",\"code\":\"%s\",\"leaving\":false}";
    private static final Path HOME =
            Path.of(System.getProperty("bench.home", "target/bench")).toAbsolutePath();

    private final ResultTable table = new ResultTable();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final List<Client> devices = new ArrayList<>();

    @Test
    void measure() throws Exception {
        Setup setup = Setup.fresh("door")
                .withData(HOME.resolve("door"))
                .with("JAVA_TOOL_OPTIONS", "-Duser.timezone=UTC")
                .with("AEO_LIMIT_SIGN_IN", "1000000")
                .with("AEO_LIMIT_SIGN_IN_EACH", "1000000");
        Setup.delete(setup.data());
        try (Program program = Program.ready(setup)) {
            Store store = Store.of(program);
            SampleTrainings.enterprises(store, PEOPLE);
            SampleTrainings.others(store, OTHERS, 20);
            for (int i = 0; i < DEVICES; i++) {
                devices.add(program.client().signIn("shenzhen.officer"));
            }
            checkedIn(hall(store, WARM), codes(store, WARM), RATE * 5, new ConcurrentLinkedQueue<>());
            bare(program);
            atTheDoor(store);
            later(store);
        } finally {
            table.print(HOME.resolve("door.md"), "%,d people, %d devices".formatted(PEOPLE, DEVICES));
        }
    }

    private void bare(Program program) throws Exception {
        Client anybody = program.client();
        table.baseline("start page of the portal", repeated(TIMES, i -> asked(anybody, "/portal")));
    }

    /** A session that is on, with so many people. */
    private static long hall(Store store, int people) {
        long session = SampleTrainings.session(store, "5300", people);
        SampleTrainings.registered(store, session, people);
        store.execute("update aeo.training_session set starts_at = now() - interval '10 minutes',"
                + " ends_at = now() + interval '3 hours' where id = " + session);
        return session;
    }

    /** Of the newest session. */
    private static List<String> codes(Store store, int people) {
        List<String> codes = store.list("select code from aeo.training_registration where session_id = (select max(id)"
                + " from aeo.training_session) order by md5(id::text)");
        assertThat(codes).hasSize(people);
        return codes;
    }

    private void atTheDoor(Store store) throws Exception {
        long session = hall(store, PEOPLE);
        List<String> codes = codes(store, PEOPLE);
        Queue<Double> watched = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        double[] times = checkedIn(session, codes, RATE, watched);
        table.seconds("%,d people, %d a second, are there after".formatted(PEOPLE, RATE), since(begin) / 1e3);
        table.times("one of them, from when he was due, %d refused".formatted(refused.size()), times);
        if (!watched.isEmpty()) {
            table.times("how many there are", array(watched));
        }
        assertThat(refused).isEmpty();
        present(store, session);
        String hall = "/api/v1/trainings/" + session + "/hall";
        table.times("everybody for a device", repeated(TIMES, i -> asked(devices.get(0), hall)));
    }

    private static void present(Store store, long session) {
        String of = " from aeo.training_attendance where session_id = " + session;
        assertThat(store.number("select count(*)" + of)).isEqualTo(PEOPLE);
        assertThat(store.number("select count(distinct registration_id)" + of)).isEqualTo(PEOPLE);
    }

    /** @return milliseconds of each, from when he was due */
    private double[] checkedIn(long session, List<String> codes, int rate, Queue<Double> watched) throws Exception {
        String door = "/api/v1/trainings/" + session;
        Queue<Double> times = new ConcurrentLinkedQueue<>();
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(2 * DEVICES);
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        for (int i = 0; i < codes.size(); i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
            Client device = devices.get(i % DEVICES);
            String one = ONE.formatted(UUID.randomUUID(), codes.get(i));
            hands.schedule(() -> told(device, door, one, due, times), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        for (Client device : devices) {
            hands.scheduleAtFixedRate(() -> watch(device, door, watched), WATCH, WATCH, TimeUnit.SECONDS);
        }
        for (long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
                times.size() + refused.size() < codes.size() && System.nanoTime() < limit; ) {
            Thread.sleep(50);
        }
        hands.shutdownNow();
        return array(times);
    }

    private void told(Client device, String door, String items, long due, Queue<Double> times) {
        try {
            Client.Answer answer = device.post(
                    door + "/check-ins",
                    "{\"checkIns\":[" + items + "]}",
                    UUID.randomUUID().toString());
            if (answer.status() != 200 || !answer.body().contains("\"IN\"")) {
                refused.add(answer.toString());
            }
            times.add(since(due));
        } catch (IOException fault) {
            refused.add(fault.toString());
        }
    }

    private void watch(Client device, String door, Queue<Double> watched) {
        try {
            watched.add(asked(device, door + "/hall/count"));
        } catch (Exception fault) {
            refused.add(fault.toString());
        }
    }

    /** What the devices kept comes at once, and again since they did not hear the answer. */
    private void later(Store store) throws Exception {
        long session = hall(store, PEOPLE);
        List<String> codes = codes(store, PEOPLE);
        String door = "/api/v1/trainings/" + session;
        Queue<Double> times = new ConcurrentLinkedQueue<>();
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(DEVICES);
        long begin = System.nanoTime();
        for (int i = 0; i < codes.size(); i += BATCH) {
            String kept = String.join(
                    ",",
                    codes.subList(i, Math.min(codes.size(), i + BATCH)).stream()
                            .map(code -> ONE.formatted(UUID.randomUUID(), code))
                            .toList());
            Client device = devices.get(i / BATCH % DEVICES);
            hands.execute(() -> told(device, door, kept, begin, times));
            hands.execute(() -> told(device, door, kept, begin, times));
        }
        hands.shutdown();
        assertThat(hands.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        table.seconds("%,d kept by devices, told twice at once, are there after".formatted(PEOPLE), since(begin) / 1e3);
        table.times("one batch of %d, from the beginning".formatted(BATCH), array(times));
        assertThat(refused).isEmpty();
        present(store, session);
    }

    private static double[] array(Queue<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
