package org.aeoreach.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the embedded database server, and the commands on them. */
final class PostgresCluster {
    static final String SUPERUSER = "postgres";
    private static final Log LOG = new Log(PostgresCluster.class);
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);
    // After kill -9 the server replays its log first, which can take a while.
    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 60;
    private static final String UNFINISHED = "postgres.new-";
    private static final long LOG_LIMIT_BYTES = 10_000_000;

    private final DataDirectory directory;
    private final PostgresBinaries binaries;
    private final RunAs runAs;
    private final Path data;
    private final Path log;

    PostgresCluster(DataDirectory directory, PostgresBinaries binaries, RunAs runAs) {
        this.directory = directory;
        this.binaries = binaries;
        this.runAs = runAs;
        this.data = directory.resolve("postgres");
        this.log = directory.resolve("log").resolve("postgres.log");
    }

    /** Makes the cluster if there is none, takes ownership of it, and returns its superuser. */
    Login prepare() throws IOException {
        if (!runAs.reaches(binaries.home())) {
            throw unreachable();
        }
        Login superuser = new Login(
                SUPERUSER, PrivateFile.secret(directory.resolve("secrets").resolve("postgres")));
        if (!Files.exists(data)) {
            initialize(superuser);
        }
        runAs.own(data);
        rotateLog();
        requireSameVersion();
        return superuser;
    }

    /** Built beside its place and moved there when complete: a launcher killed meanwhile leaves nothing half done. */
    private void initialize(Login superuser) throws IOException {
        LOG.info(Sentence.of("Creating the database cluster in %s", "正在 %s 中创建数据库集群", data));
        clearUnfinished();
        // Not one name for all: the initdb of a launcher that was killed may go on writing for a while.
        String name = UNFINISHED + ProcessHandle.current().pid();
        Path fresh = directory.resolve(name);
        Trees.delete(fresh);
        directory.create(name, "rwx------");
        runAs.own(fresh);
        Path password = directory.resolve("run").resolve("initdb");
        PrivateFile.write(password, superuser.password());
        runAs.own(password);
        try {
            Command initdb = run(INITDB_LIMIT, initdb(fresh, password));
            if (!initdb.succeeded()) {
                throw failed(initdb);
            }
        } finally {
            Files.delete(password);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void clearUnfinished() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory.root(), UNFINISHED + "*")) {
            for (Path each : found) {
                try {
                    Trees.delete(each);
                } catch (IOException stillWritten) {
                    LOG.info(Sentence.of("%s stays for now: it is in use", "%s 暂时保留：正在使用中", each));
                }
            }
        }
    }

    /** The built-in locale knows all letters and sorts alike on every machine, whatever its C library. */
    private List<String> initdb(Path fresh, Path password) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private void requireSameVersion() throws IOException {
        String cluster = Files.readString(data.resolve("PG_VERSION")).strip();
        Command program = run(Duration.ofSeconds(20), List.of(binaries.program("postgres"), "--version"));
        if (!program.output().matches("(?s).*\\) " + cluster + "\\..*")) {
            throw new StartFailure(
                    ExitCode.DATABASE_FAILED,
                    Sentence.of(
                            "The database in %s was made by PostgreSQL %s, this program brings %s: move the data with pg_dump.",
                            "%s 中的数据库由 PostgreSQL %s 创建，而本程序自带 %s：请用 pg_dump 迁移数据。", data, cluster, program.reason()));
        }
    }

    void start(int port) {
        Command start = run(
                Duration.ofSeconds(START_SECONDS + 10),
                List.of(
                        binaries.program("pg_ctl"),
                        "start",
                        "--wait",
                        "--timeout=" + START_SECONDS,
                        "--pgdata=" + data,
                        "--log=" + log,
                        "--options=" + PostgresSettings.commandLine(port)));
        if (!start.succeeded()) {
            throw failed(start);
        }
    }

    void stop() {
        Command stop = run(
                Duration.ofSeconds(STOP_SECONDS + 10),
                List.of(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--wait",
                        "--mode=fast",
                        "--timeout=" + STOP_SECONDS,
                        "--pgdata=" + data));
        if (!stop.succeeded() && running().isPresent()) {
            LOG.warn(Sentence.of("PostgreSQL does not stop: %s", "PostgreSQL 未能停止：%s", stop.reason()));
        }
    }

    /** Clears what an earlier launcher that was killed has left: a running server, or only its lock file. */
    void stopOrphan() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        if (running().isPresent()) {
            LOG.info(Sentence.of("Stopping PostgreSQL left by an earlier run", "正在停止上次运行遗留的 PostgreSQL"));
            stop();
        } else if (recorded().flatMap(ProcessHandle::of).isPresent()) {
            // Somebody else has that number now. PostgreSQL would take him for itself and refuse to start.
            Files.delete(lock);
        }
    }

    /** The server process that the lock file names, if it is alive and really that. */
    Optional<ProcessHandle> running() {
        List<String> lines = lockLines();
        return lines.size() < 3
                ? Optional.empty()
                : Orphan.find(
                        Long.parseLong(lines.get(0).strip()),
                        Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                        "postgres");
    }

    private Optional<Long> recorded() {
        return lockLines().stream().findFirst().map(line -> Long.parseLong(line.strip()));
    }

    private List<String> lockLines() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            return List.of();
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        runAs.own(log);
    }

    private Command run(Duration limit, List<String> words) {
        return Command.run(limit, runAs.command(words));
    }

    private StartFailure failed(Command command) {
        return new StartFailure(
                ExitCode.DATABASE_FAILED,
                Sentence.of(
                        "PostgreSQL could not be started (%s); its log is %s.",
                        "无法启动 PostgreSQL（%s）；日志见 %s。", lastFatal().orElse(command.reason()), log));
    }

    /** What the server itself gives as reason; pg_ctl only says that there is one. */
    private Optional<String> lastFatal() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("FATAL:"))
                    .reduce((first, second) -> second)
                    .map(LineFormatter::escape);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private StartFailure unreachable() {
        return new StartFailure(
                ExitCode.ROOT_REFUSED,
                Sentence.of(
                        "PostgreSQL does not run as root, and user %s cannot enter %s: choose a directory such as"
                                + " /var/lib/aeo-reach with --data-dir.",
                        "PostgreSQL 不能以 root 身份运行，而用户 %s 无法进入 %s：请用 --data-dir 另选目录，例如 /var/lib/aeo-reach。",
                        runAs.owner(),
                        directory.root()));
    }
}
