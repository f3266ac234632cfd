package org.aeoreach.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** The database server of this instance: started, watched, started again after a crash, stopped. */
final class EmbeddedPostgres {
    private static final Log LOG = new Log(EmbeddedPostgres.class);
    private static final String DATABASE = "aeo";
    private static final int RESTARTS = 5;
    private static final int START_ATTEMPTS = 5;

    private final PostgresCluster cluster;
    private final Login superuser;
    private final int port;
    private final Consumer<StartFailure> onLoss;
    private int restarts;
    private boolean stopping;

    private EmbeddedPostgres(PostgresCluster cluster, Login superuser, int port, Consumer<StartFailure> onLoss) {
        this.cluster = cluster;
        this.superuser = superuser;
        this.port = port;
        this.onLoss = onLoss;
    }

    /** Everything but the start itself. */
    static EmbeddedPostgres prepare(DataDirectory directory, RootMode mode, Consumer<StartFailure> onLoss) {
        requireOwn(directory);
        RunAs runAs = RunAs.ofThisProcess(mode);
        try {
            PostgresBinaries binaries = PostgresBinaries.unpack(directory.resolve("run"));
            PostgresCluster cluster = new PostgresCluster(directory, binaries, runAs);
            Login superuser = cluster.prepare();
            cluster.stopOrphan();
            return new EmbeddedPostgres(cluster, superuser, freePort(), onLoss);
        } catch (IOException e) {
            throw new StartFailure(
                    ExitCode.DATA_DIRECTORY_UNUSABLE,
                    Sentence.of(
                            "The data directory %s cannot be used (%s): check its rights and its free space.",
                            "无法使用数据目录 %s（%s）：请检查其权限和剩余空间。", directory.root(), StartFailure.reason(e)),
                    e);
        }
    }

    /** Only root can take over a cluster that another user's server has written. */
    private static void requireOwn(DataDirectory directory) {
        Path data = directory.resolve("postgres");
        String user = System.getProperty("user.name", "");
        if (Platform.windows() || user.equals("root") || !Files.exists(data)) {
            return;
        }
        try {
            String owner = Files.getOwner(data, LinkOption.NOFOLLOW_LINKS).getName();
            if (!owner.equals(user)) {
                throw new StartFailure(
                        ExitCode.DATA_DIRECTORY_UNUSABLE,
                        Sentence.of(
                                "The data directory %s belongs to user %s: start as that user, or run \"chown -R %s %1$s\".",
                                "数据目录 %s 属于用户 %s：请以该用户启动，或执行“chown -R %s %1$s”。", directory.root(), owner, user));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    synchronized void start() {
        startPatiently();
        try (Connection connection = Database.local(port, "postgres").connect(superuser)) {
            PostgresSettings.requireDurable(connection);
            createDatabase(connection);
        } catch (SQLException e) {
            throw new StartFailure(
                    ExitCode.DATABASE_FAILED,
                    Sentence.of(
                            "The embedded database answers with an error (%s).",
                            "内置数据库返回错误（%s）。", StartFailure.reason(e)),
                    e);
        }
        LOG.info(Sentence.of("PostgreSQL runs on port %d", "PostgreSQL 运行于端口 %d", port));
    }

    /** Server processes of a killed postmaster need a moment to notice; until then a new one refuses to start. */
    private void startPatiently() {
        for (int attempt = 1; ; attempt++) {
            try {
                cluster.start(port);
                cluster.running().ifPresent(process -> process.onExit().thenRunAsync(this::ended));
                return;
            } catch (StartFailure e) {
                if (attempt == START_ATTEMPTS) {
                    throw e;
                }
                Pause.seconds(1);
            }
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE);
            statement.execute("REVOKE CONNECT ON DATABASE " + DATABASE + " FROM PUBLIC");
        }
    }

    /** The pool of the application heals by itself once the server is back on the same port. */
    private synchronized void ended() {
        if (stopping) {
            return;
        }
        restarts++;
        LOG.warn(Sentence.of("PostgreSQL died; starting it again", "PostgreSQL 意外终止，正在重新启动"));
        try {
            if (restarts > RESTARTS) {
                throw new StartFailure(
                        ExitCode.DATABASE_FAILED,
                        Sentence.of(
                                "PostgreSQL died %d times; its log in the data directory tells why.",
                                "PostgreSQL 已意外终止 %d 次；原因见数据目录中的日志。", restarts));
            }
            startPatiently();
            LOG.info(Sentence.of("PostgreSQL runs again", "PostgreSQL 已恢复运行"));
        } catch (StartFailure e) {
            onLoss.accept(e);
        }
    }

    synchronized void stop() {
        stopping = true;
        cluster.stop();
    }

    Login superuser() {
        return superuser;
    }

    Database database() {
        return Database.local(port, DATABASE);
    }
}
