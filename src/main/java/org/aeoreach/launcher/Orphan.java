package org.aeoreach.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds a process that an earlier, killed launcher left behind. A process id alone is no proof: after a restart of the
 * machine or container it may belong to anybody, so the start time must agree too.
 */
final class Orphan {
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private Orphan() {}

    static Optional<ProcessHandle> find(long pid, Instant started, String program) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> pid != ProcessHandle.current().pid())
                .filter(process -> startedAt(process, started))
                .filter(process -> process.info()
                        .command()
                        .map(path -> path.contains(program))
                        .orElse(true));
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, expected).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
