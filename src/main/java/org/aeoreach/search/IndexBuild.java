package org.aeoreach.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Fills an index from all records of a kind, by ranges of ids, in two threads. */
final class IndexBuild {

    // Of one statement: a node that stops waits for one, and nothing else hangs on its size.
    private static final int ROWS = 400;
    private static final int THREADS = 2;

    private final ChangeFeed feed;
    private final Source source;
    private final BooleanSupplier stopped;
    private final AtomicLong done = new AtomicLong();
    private volatile long total;

    /** @param stopped asked between ranges; true ends the work with an {@link Interrupted} */
    IndexBuild(ChangeFeed feed, Source source, BooleanSupplier stopped) {
        this.feed = feed;
        this.source = source;
        this.stopped = stopped;
    }

    /** The node stops; the next start begins again. */
    static final class Interrupted extends RuntimeException {
        Interrupted() {
            super("the index was not finished");
        }
    }

    /** Records taken in so far. */
    long done() {
        return done.get();
    }

    /** Records there are to be taken in; 0 while that is not known. */
    long total() {
        return total;
    }

    void fill(KindIndex index) {
        ChangeFeed.Bounds bounds = feed.bounds(source);
        total = bounds.count();
        if (bounds.count() == 0) {
            return;
        }
        // Ids have gaps; on average this many of them hold the wanted number of rows.
        long width = Math.max(ROWS, (bounds.last() - bounds.first() + 1) / Math.max(1, bounds.count() / ROWS));
        AtomicLong next = new AtomicLong(bounds.first());
        Runnable worker = () -> {
            for (long first = next.getAndAdd(width); first <= bounds.last(); first = next.getAndAdd(width)) {
                if (stopped.getAsBoolean()) {
                    throw new Interrupted();
                }
                long last = Math.min(bounds.last(), first + width - 1);
                feed.records(source, new ChangeFeed.Range(first, last), record -> {
                    index.add(record);
                    done.incrementAndGet();
                });
            }
        };
        run(worker);
        if (stopped.getAsBoolean()) {
            throw new Interrupted();
        }
    }

    private static void run(Runnable worker) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                all.add(threads.submit(worker));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } finally {
            threads.shutdownNow();
        }
    }
}
