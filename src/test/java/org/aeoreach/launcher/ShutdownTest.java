package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private final List<String> stopped = new ArrayList<>();
    private final Shutdown shutdown = new Shutdown();

    @Test
    void stopsLastFirstAndOnlyOnce() {
        shutdown.add(() -> stopped.add("database"));
        shutdown.add(() -> stopped.add("server"));

        shutdown.run();
        shutdown.run();

        assertThat(stopped).containsExactly("server", "database");
    }

    @Test
    void stopsAtOnceWhatIsStartedTooLate() {
        shutdown.run();

        assertThatThrownBy(() -> shutdown.add(() -> stopped.add("late"))).isInstanceOf(Shutdown.Begun.class);
        assertThat(stopped).containsExactly("late");
    }
}
