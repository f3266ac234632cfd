package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the running program opens to the network, and how safely its database writes. */
@EnabledOnOs(OS.LINUX)
class PortsIT {

    private final Program program = SharedProgram.running();

    @Test
    void listensOnItsOnePortAndOnNoOther() {
        List<String> open = Sockets.listening(program.server());

        assertThat(open).hasSize(1).allMatch(Sockets::loopback);
        assertThat(Sockets.port(open.get(0))).isEqualTo(program.setup().port());
        assertThat(Sockets.udp(program.server())).isEmpty();
        assertThat(Sockets.listening(program.launcher())).isEmpty();
        assertThat(Sockets.udp(program.launcher())).isEmpty();
    }

    @Test
    void keepsItsDatabaseToThisMachine() {
        assertThat(Sockets.listening(program.postgres())).hasSize(1).allMatch(Sockets::loopback);
        assertThat(Sockets.udp(program.postgres())).isEmpty();
        assertThat(Store.of(program).value("show unix_socket_directories")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void writesDurably(String setting) {
        assertThat(Store.of(program).value("show " + setting)).isEqualTo("on");
    }
}
