package org.aeoreach.faults;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Requests of officers at their desks, so many a second whatever becomes of them. A request's time counts from when it
 * was due, so that a server that falls behind does not look fast.
 */
final class Workday {

    /** What is asked for, and how often of a hundred times. */
    enum Kind {
        LIST(25),
        ENTERPRISE(25),
        TIMELINE(20),
        PORTFOLIO(10),
        PICKER(20);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    private static final int THREADS = 40;
    private static final String[] SECTORS = {"C", "F", "G", "L", "R"};
    private static final String[] SIZES = {"LARGE", "MEDIUM", "SMALL", "MICRO"};
    private static final String[] GRADES = {"ACE", "CE", "REGULAR"};
    private static final String[] SORTS = {"name", "-name", "-entered", "code"};

    private final List<Person> people;
    private final SplittableRandom random;
    private final Queue<Timed> done = new ConcurrentLinkedQueue<>();

    /**
     * Somebody signed in.
     *
     * @param share how many of a hundred requests are his
     * @param ids enterprises he may see
     * @param names theirs
     */
    record Person(Client client, String reach, int share, List<String> ids, List<String> names) {}

    /** @param millis from when it was due to the last byte */
    record Timed(Kind kind, String reach, String path, double millis, boolean succeeded) {}

    Workday(List<Person> people, long seed) {
        this.people = people;
        this.random = new SplittableRandom(seed);
    }

    /** The requests of that time, in no order. */
    List<Timed> run(int perSecond, Duration duration) throws InterruptedException {
        done.clear();
        ScheduledExecutorService desk = Executors.newScheduledThreadPool(THREADS);
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        long all = duration.toSeconds() * perSecond;
        for (long i = 0; i < all; i++) {
            long due = begin + i * 1_000_000_000 / perSecond;
            Person person = person();
            Kind kind = kind();
            String path = path(kind, person);
            desk.schedule(() -> ask(person, kind, path, due), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        desk.shutdown();
        if (!desk.awaitTermination(duration.toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new AssertionError("the server does not keep up");
        }
        return new ArrayList<>(done);
    }

    private void ask(Person person, Kind kind, String path, long due) {
        boolean succeeded;
        try {
            succeeded = person.client().get(path).succeeded();
        } catch (IOException e) {
            succeeded = false;
        }
        done.add(new Timed(kind, person.reach(), path, (System.nanoTime() - due) / 1e6, succeeded));
    }

    private Person person() {
        int drawn = random.nextInt(people.stream().mapToInt(Person::share).sum());
        for (Person person : people) {
            drawn -= person.share();
            if (drawn < 0) {
                return person;
            }
        }
        throw new IllegalStateException();
    }

    private Kind kind() {
        int drawn = random.nextInt(100);
        for (Kind kind : Kind.values()) {
            drawn -= kind.share;
            if (drawn < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    private String path(Kind kind, Person person) {
        String id = one(person.ids());
        return switch (kind) {
            case LIST -> "/desk/enterprises?" + filters() + "&sort=" + one(List.of(SORTS));
            case ENTERPRISE -> "/desk/enterprises/" + id;
            case TIMELINE -> "/desk/enterprises/" + id + "/history";
            case PORTFOLIO -> "/desk/portfolio";
            case PICKER -> "/desk/pick/enterprises?q=" + URLEncoder.encode(typed(person), StandardCharsets.UTF_8);
        };
    }

    /** Two of the filters. */
    private String filters() {
        return switch (random.nextInt(3)) {
            case 0 -> "sector=" + one(List.of(SECTORS)) + "&size=" + one(List.of(SIZES));
            case 1 -> "grade=" + one(List.of(GRADES)) + "&size=" + one(List.of(SIZES));
            default -> "grade=" + one(List.of(GRADES)) + "&sector=" + one(List.of(SECTORS));
        };
    }

    /** A part of a name as somebody has typed it so far. */
    private String typed(Person person) {
        String name = one(person.names());
        int from = random.nextInt(Math.max(1, name.length() - 6));
        return name.substring(from, Math.min(name.length(), from + 2 + random.nextInt(4)));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
