package org.aeoreach.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets of a process, as the kernel lists them. */
final class Sockets {

    private static final String LISTENING = "0A";

    private Sockets() {}

    /** Local addresses in the kernel's notation, {@code 0100007F:1F90}, of TCP sockets that wait for connections. */
    static List<String> listening(ProcessHandle process) {
        return Stream.of("tcp", "tcp6")
                .flatMap(kind -> of(process, kind).stream())
                .filter(fields -> fields[3].equals(LISTENING))
                .map(fields -> fields[1])
                .toList();
    }

    static List<String> udp(ProcessHandle process) {
        return Stream.of("udp", "udp6")
                .flatMap(kind -> of(process, kind).stream())
                .map(fields -> fields[1])
                .toList();
    }

    /** Whether an address is this machine's own, in version 4, as such or inside version 6. */
    static boolean loopback(String address) {
        return address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:");
    }

    static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    private static List<String[]> of(ProcessHandle process, String kind) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        Set<String> own = inodes(proc.resolve("fd"));
        try (Stream<String> lines = Files.lines(proc.resolve("net").resolve(kind))) {
            return lines.skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> own.contains(fields[9]))
                    .toList();
        } catch (NoSuchFileException noIpv6) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> inodes(Path descriptors) {
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.map(Sockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
