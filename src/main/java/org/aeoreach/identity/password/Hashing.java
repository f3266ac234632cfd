package org.aeoreach.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.aeoreach.web.TooManyRequests;

/** Lets few passwords be hashed at once on this node, and few more wait: each costs 19 MiB and 40 ms of a core. */
@ApplicationScoped
class Hashing {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 50;
    private static final int SECONDS = 10;

    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final AtomicInteger present = new AtomicInteger();

    /** @throws TooManyRequests when too many wait already, or the turn does not come in time */
    <T> T run(Supplier<T> hash) {
        if (present.incrementAndGet() > AT_ONCE + WAITING) {
            present.decrementAndGet();
            throw new TooManyRequests(SECONDS);
        }
        try {
            return inTurn(hash);
        } finally {
            present.decrementAndGet();
        }
    }

    private <T> T inTurn(Supplier<T> hash) {
        try {
            if (!running.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyRequests(SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyRequests(SECONDS);
        }
        try {
            return hash.get();
        } finally {
            running.release();
        }
    }
}
