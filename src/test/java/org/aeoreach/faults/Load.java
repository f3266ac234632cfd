package org.aeoreach.faults;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Clients that ask without pause until they are stopped, and remember what they got. */
final class Load implements AutoCloseable {

    private static final long PAUSE_AFTER_FAULT_MILLIS = 50;

    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> running = new ArrayList<>();
    private final ExecutorService clients;
    private volatile boolean stopped;

    private Load(int threads) {
        clients = Executors.newFixedThreadPool(threads);
    }

    /** One request; throws when no complete answer came. */
    interface Asking {
        Client.Answer ask() throws IOException;
    }

    /** What became of one request: an answer, or the reason why there is none. */
    record Outcome(
            Instant began,
            Duration took,
            Client.@Nullable Answer answer,
            @Nullable IOException fault) {

        boolean succeeded() {
            return answer != null && answer.succeeded();
        }

        /** An answer that tells the client to come back counts as in order, when the server has reason for it. */
        boolean inOrder() {
            return answer != null && (answer.succeeded() || answer.asksToComeBack());
        }
    }

    static Load of(int threads, Asking asking) {
        Load load = new Load(threads);
        load.add(threads, asking);
        return load;
    }

    static Load readingAndWriting(Asking reading, Asking writing, int threadsEach) {
        Load load = new Load(2 * threadsEach);
        load.add(threadsEach, reading);
        load.add(threadsEach, writing);
        return load;
    }

    private void add(int threads, Asking asking) {
        for (int i = 0; i < threads; i++) {
            running.add(clients.submit(() -> {
                while (!stopped) {
                    once(asking);
                }
            }));
        }
    }

    private void once(Asking asking) {
        Instant began = Instant.now();
        Client.@Nullable Answer answer = null;
        @Nullable IOException fault = null;
        try {
            answer = asking.ask();
        } catch (IOException e) {
            fault = e;
        }
        Outcome outcome = new Outcome(began, Duration.between(began, Instant.now()), answer, fault);
        outcomes.add(outcome);
        if (!outcome.succeeded()) {
            Wait.millis(PAUSE_AFTER_FAULT_MILLIS);
        }
    }

    List<Outcome> since(Instant begin) {
        return outcomes.stream()
                .filter(outcome -> !outcome.began().isBefore(begin))
                .toList();
    }

    List<Outcome> all() {
        return since(Instant.EPOCH);
    }

    /** Waits for the requests under way. */
    @Override
    public void close() {
        stopped = true;
        clients.shutdown();
        try {
            if (!clients.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new AssertionError("a request hangs");
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a client met what must not be", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
