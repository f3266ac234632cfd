package org.aeoreach.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The process in which Payara Micro serves the web application. */
final class ServerProcess {
    private static final Log LOG = new Log(ServerProcess.class);
    private static final String RECORD = "run/server.pid";
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(45);
    // An orphan drains by itself as soon as its launcher is gone.
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(40);

    private final Process process;
    private final Path record;
    private final ServerOutput output = new ServerOutput();

    private ServerProcess(Process process, Path record) {
        this.process = process;
        this.record = record;
    }

    static ServerProcess start(List<String> line, Map<String, String> environment, DataDirectory directory) {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            ServerProcess server = new ServerProcess(process, directory.resolve(RECORD));
            server.remember();
            Thread reader = new Thread(() -> server.output.pass(process.getInputStream()), "server-output");
            reader.setDaemon(true);
            reader.start();
            return server;
        } catch (IOException e) {
            throw new StartFailure(
                    ExitCode.SERVER_NOT_READY,
                    Sentence.of(
                            "The application server could not be started (%s).",
                            "无法启动应用服务器（%s）。", StartFailure.reason(e)),
                    e);
        }
    }

    private void remember() throws IOException {
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        PrivateFile.write(record, process.pid() + " " + started.toEpochMilli());
    }

    /** Ends the server of a launcher that was killed. */
    static void stopOrphan(DataDirectory directory) {
        Path record = directory.resolve(RECORD);
        try {
            if (Files.exists(record)) {
                String[] words = Files.readString(record).strip().split(" ", -1);
                Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
                Orphan.find(Long.parseLong(words[0]), started, "java").ifPresent(ServerProcess::stopOrphan);
                Files.delete(record);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn(Sentence.of("%s is not understood and ignored", "%s 无法识别，已忽略", record));
        }
    }

    private static void stopOrphan(ProcessHandle orphan) {
        LOG.info(Sentence.of(
                "Waiting for the application server left by an earlier run (process %d) to end",
                "等待上次运行遗留的应用服务器（进程 %d）结束", orphan.pid()));
        CompletableFuture<ProcessHandle> end = orphan.onExit();
        if (!ended(end)) {
            orphan.destroyForcibly();
            end.join();
        }
    }

    private static boolean ended(CompletableFuture<ProcessHandle> end) {
        return end.thenApply(gone -> true)
                .completeOnTimeout(false, ORPHAN_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Lets requests in flight finish; a server that does not end in time is killed. */
    void stop() {
        try (OutputStream input = process.getOutputStream()) {
            input.write((ServerAgent.DRAIN + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It has ended already.
        }
        if (!Pause.untilEnd(process, DRAIN_LIMIT)) {
            LOG.warn(Sentence.of(
                    "The application server did not end within %d s and is killed",
                    "应用服务器未在 %d 秒内结束，已强制终止", DRAIN_LIMIT.toSeconds()));
            process.destroyForcibly();
            Pause.untilEnd(process, Duration.ofSeconds(10));
        }
        forget();
    }

    private void forget() {
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            LOG.warn(Sentence.of("%s cannot be deleted", "无法删除 %s", record));
        }
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    ServerOutput output() {
        return output;
    }
}
