package org.aeoreach.training.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** How many work on seats at once. */
class TurnsTest {

    private static final int MANY = 60;

    private final Turns turns = new Turns();

    private static InvocationContext of(Callable<Integer> work) {
        return (InvocationContext) Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (self, method, none) -> method.getName().equals("proceed") ? work.call() : null);
    }

    @Test
    void aFewAreAtWorkAtATimeAndEverybodyGetsHisTurn() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        InvocationContext work = of(() -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000_000);
            return atWork.decrementAndGet();
        });
        ExecutorService people = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                all.add(people.submit(() -> turns.take(work)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 8);
    }

    @Test
    void whoFailsLeavesHisTurnToTheNext() throws Exception {
        InvocationContext failing = of(() -> {
            throw new IllegalArgumentException("refused");
        });
        for (int i = 0; i < MANY; i++) {
            assertThatThrownBy(() -> turns.take(failing)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(turns.take(of(() -> 7))).isEqualTo(7);
    }
}
