package org.aeoreach.routes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls side by side; no more of them than the server makes files at once. */
final class Work {
    private static final int AT_ONCE = 3;

    /** Something to be done with one of many. */
    interface Step<T> {
        void on(T each) throws Exception;
    }

    private Work() {}

    static <T> void onEach(List<T> all, Step<T> step) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Object>> steps = all.stream()
                    .<Callable<Object>>map(each -> () -> {
                        step.on(each);
                        return each;
                    })
                    .toList();
            for (Future<Object> done : clients.invokeAll(steps)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }
}
