package org.aeoreach.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** The one port the application is reached on. */
final class HttpPort {
    private HttpPort() {}

    static void requireFree(String bind, int port) {
        InetAddress address = address(bind);
        try (ServerSocket socket = new ServerSocket()) {
            // A connection of the last run that still lingers is no reason to refuse, as it is none for the server.
            socket.setReuseAddress(!Platform.windows());
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailure(
                    ExitCode.PORT_IN_USE,
                    Sentence.of(
                            "Port %d on %s cannot be used (%s): stop the program that has it or choose another with --port.",
                            "无法使用 %2$s 的端口 %1$d（%3$s）：请停止占用该端口的程序，或用 --port 另选端口。", port, bind, StartFailure.reason(e)),
                    e);
        }
    }

    private static InetAddress address(String bind) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
            throw new UnknownHostException(bind);
        } catch (IOException e) {
            throw new StartFailure(
                    ExitCode.BAD_CONFIGURATION,
                    Sentence.of("AEO_BIND names no address of this machine: %s.", "AEO_BIND 不是本机地址：%s。", bind),
                    e);
        }
    }
}
