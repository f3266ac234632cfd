package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;

/** How long something takes, in milliseconds. */
final class Stopwatch {

    // Not measured: what is read or compiled for the first time.
    private static final int BEFORE = 5;

    private Stopwatch() {}

    /** Something done for the so-manieth time (before it counts: below zero), and how many milliseconds it took. */
    interface Timed {
        double run(int number) throws Exception;
    }

    /** @return milliseconds of each time */
    static double[] repeated(int times, Timed work) throws Exception {
        double[] millis = new double[times];
        for (int i = -BEFORE; i < times; i++) {
            double each = work.run(i);
            if (i >= 0) {
                millis[i] = each;
            }
        }
        return millis;
    }

    static double timed(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return since(start);
    }

    /** A page or a resource that must be there. */
    static double asked(Client client, String path) throws Exception {
        return timed(() -> {
            Client.Answer answer = client.get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer;
        });
    }

    /** @param moment of {@link System#nanoTime()} */
    static double since(long moment) {
        return (System.nanoTime() - moment) / 1e6;
    }
}
