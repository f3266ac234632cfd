package org.aeoreach.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** How the embedded server runs, given on its command line so that no file has to be edited. */
final class PostgresSettings {
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private PostgresSettings() {}

    static String commandLine(int port) {
        StringBuilder line = new StringBuilder("-p " + port);
        for (String setting : settings()) {
            line.append(" -c ").append(setting);
        }
        DURABLE.forEach(setting -> line.append(" -c ").append(setting).append("=on"));
        return line.toString();
    }

    /**
     * Mebibytes of pages the database holds itself: a sixteenth of the machine's (or container's) memory, at least 256,
     * at most 1,024, in which the indexes of the full registry have room. It is only taken as pages are used.
     */
    static long sharedBuffers() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.max(256, Math.min(1024, (machine.getTotalMemorySize() >> 20) / 16));
    }

    private static List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "max_connections=100",
                "shared_buffers=" + sharedBuffers() + "MB",
                // Data lies on flash, where reading along an index costs no more than reading on.
                "random_page_cost=1.1",
                // Many readers share few cores: one statement must not take several.
                "max_parallel_workers_per_gather=0",
                // Statements of a page are short: to compile one takes longer than to run it.
                "jit=off",
                // An import writes gigabytes at once; each checkpoint in between would write every page whole again.
                "max_wal_size=4GB",
                "checkpoint_timeout=15min",
                "timezone=UTC",
                "log_timezone=UTC",
                // Statements and their details carry personal data, which has no place in a log file.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    /** An acknowledged write must survive a power cut, whatever a configuration file in the cluster says. */
    static void requireDurable(Connection connection) throws SQLException {
        for (String setting : DURABLE) {
            try (Statement statement = connection.createStatement();
                    ResultSet value = statement.executeQuery("SHOW " + setting)) {
                if (!value.next() || !value.getString(1).equals("on")) {
                    throw new StartFailure(
                            ExitCode.DATABASE_FAILED,
                            Sentence.of(
                                    "The embedded database is not durable: %s is off; remove it from its configuration.",
                                    "内置数据库不满足持久性要求：%s 已关闭；请从其配置中删除该项。", setting));
                }
            }
        }
    }
}
