package org.aeoreach.training.registration;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * When thousands want a seat within a minute, those of one session go one after the other whatever happens: the database
 * has a lock for it. Who waits there holds a connection, and with a few dozen of them all other pages would be refused. So
 * a few at a time of each node come to the database, in the order they came, and the others wait before it; this is
 * outside the transaction.
 */
@InTurn
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class Turns implements Serializable {

    private static final int AT_ONCE = 8;
    private static final int SECONDS = 20;
    private static final Semaphore FREE = new Semaphore(AT_ONCE, true);

    /** @throws Problem 503 when it is not its turn within 20 seconds */
    @AroundInvoke
    public @Nullable Object take(InvocationContext work) throws Exception {
        if (!FREE.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
            throw new Problem(503, "web.problem.busy");
        }
        try {
            return work.proceed();
        } finally {
            FREE.release();
        }
    }
}
