package org.aeoreach.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What has been started and must be stopped, last first, whoever asks for it and however often. */
final class Shutdown {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean begun;

    /** A step that comes after the stop has begun is run at once, and the start that brought it is broken off. */
    void add(Runnable step) {
        synchronized (steps) {
            if (!begun) {
                steps.push(step);
                return;
            }
        }
        step.run();
        throw new Begun();
    }

    boolean begun() {
        synchronized (steps) {
            return begun;
        }
    }

    /** Returns when everything is stopped; a second caller waits for the first. */
    synchronized void run() {
        synchronized (steps) {
            begun = true;
        }
        for (Runnable step = next(); step != null; step = next()) {
            step.run();
        }
    }

    private @Nullable Runnable next() {
        synchronized (steps) {
            return steps.poll();
        }
    }

    /** Tells the starting thread that there is nothing left to start. */
    static final class Begun extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
