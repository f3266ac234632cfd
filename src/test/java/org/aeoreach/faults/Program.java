package org.aeoreach.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The packaged program as a child process: the launcher, and through it the server and PostgreSQL. */
final class Program implements AutoCloseable {

    static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Setup setup;
    private final Process launcher;
    private final Path output;
    private final Path errors;
    private final Instant started = Instant.now();

    private Program(Setup setup, Process launcher, Path output, Path errors) {
        this.setup = setup;
        this.launcher = launcher;
        this.output = output;
        this.errors = errors;
    }

    static Program start(Setup setup, String... options) {
        try {
            Files.createDirectories(Setup.LOGS);
            String log = setup.name() + "-" + RUNS.incrementAndGet();
            Path output = Setup.LOGS.resolve(log + ".log");
            Path errors = Setup.LOGS.resolve(log + ".err.log");
            ProcessBuilder builder = new ProcessBuilder(line(setup, options))
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("AEO_"));
            builder.environment().putAll(setup.environment());
            Process process = builder.start();
            // A test run that is broken off must not leave it behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Program(setup, process, output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A group of its own, as a terminal gives it; and Ctrl-C not ignored, even if this run is in the background. */
    private static List<String> line(Setup setup, String... options) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> line = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                "setsid",
                java.toString(),
                "-jar",
                setup.jar().toString()));
        line.addAll(List.of(
                "--port",
                Integer.toString(setup.port()),
                "--data-dir",
                setup.data().toString()));
        line.addAll(List.of(options));
        return line;
    }

    /** Started and ready. */
    static Program ready(Setup setup) {
        Program program = start(setup);
        program.awaitReady();
        return program;
    }

    /** How long the start took. Asks the log, since the port may still be served by the killed run before. */
    Duration awaitReady() {
        awaitLine("AEO Reach is ready");
        return Duration.between(started, Instant.now());
    }

    void awaitLine(String text) {
        Wait.until("log line " + text + " in " + output, START_LIMIT, () -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("ended with " + launcher.exitValue() + ": " + errors());
            }
            return output().contains(text);
        });
    }

    Client client() {
        return new Client(setup.port());
    }

    String output() {
        return read(output);
    }

    /** What it said on standard error, without what the JVM says about its options. */
    List<String> errors() {
        return read(errors)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Setup setup() {
        return setup;
    }

    ProcessHandle launcher() {
        return launcher.toHandle();
    }

    ProcessHandle server() {
        return process("run/server.pid").orElseThrow();
    }

    ProcessHandle postgres() {
        return process("postgres/postmaster.pid").orElseThrow();
    }

    /** What is alive of launcher, server and PostgreSQL. */
    List<ProcessHandle> processes() {
        return Stream.of(Optional.of(launcher()), process("run/server.pid"), process("postgres/postmaster.pid"))
                .flatMap(Optional::stream)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private Optional<ProcessHandle> process(String record) {
        Path file = setup.data().resolve(record);
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(read(file).strip().split("\\s+", 2)[0]))
                : Optional.empty();
    }

    void terminate() {
        Signal.TERM.to(launcher());
    }

    /** As Ctrl-C: to everything in the terminal's foreground group. */
    void interrupt() {
        Signal.INT.toGroup(launcher());
    }

    /** The exit code; fails when the launcher goes on. */
    int awaitExit(Duration limit) {
        try {
            if (!launcher.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running after " + limit.toSeconds() + " s, see " + output);
            }
            return launcher.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = processes();
        launcher.destroy();
        try {
            awaitExit(STOP_LIMIT);
        } finally {
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
