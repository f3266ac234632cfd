package org.aeoreach.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals of the operating system; a process that has ended meanwhile is left in peace. */
enum Signal {
    INT,
    TERM,
    KILL;

    void to(ProcessHandle process) {
        send(Long.toString(process.pid()));
    }

    void toGroup(ProcessHandle leader) {
        send("-" + leader.pid());
    }

    private void send(String target) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + this + " " + target)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
