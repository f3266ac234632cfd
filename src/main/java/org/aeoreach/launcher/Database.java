package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * One database on one server.
 *
 * @param url JDBC address without any credential
 */
record Database(String url) {
    private static final String INVALID_PASSWORD = "28P01";
    private static final String NOT_ALLOWED = "28000";
    private static final String NO_RIGHT_TO_CONNECT = "42501";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String STARTING_UP = "57P03";
    private static final int STARTING_UP_SECONDS = 60;

    private static final String APPLICATION = "currentSchema=aeo&ApplicationName=aeo-reach&connectTimeout=5"
            + "&loginTimeout=10&socketTimeout=60&tcpKeepAlive=true&options=-c%20statement_timeout=30s"
            + "%20-c%20lock_timeout=5s%20-c%20idle_in_transaction_session_timeout=60s";

    static Database local(int port, String name) {
        return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name);
    }

    /** The address for the application: its schema, and a limit to every wait. */
    String applicationUrl() {
        return url + (url.contains("?") ? "&" : "?") + APPLICATION;
    }

    String name() {
        return property("PGDBNAME");
    }

    /** Host and port, as a person would write them. */
    String server() {
        return property("PGHOST") + ":" + property("PGPORT");
    }

    /** Tells a refused login from every other fault, which is thrown. */
    boolean accepts(Login login) {
        try (Connection connection = open(login)) {
            return connection.isValid(10);
        } catch (SQLException e) {
            if (refused(e)) {
                return false;
            }
            if (NO_RIGHT_TO_CONNECT.equals(e.getSQLState())) {
                // Asked after the password: a start that was killed had not come to the grant yet.
                return true;
            }
            throw failure(login, e);
        }
    }

    Connection connect(Login login) {
        try {
            return open(login);
        } catch (SQLException e) {
            throw failure(login, e);
        }
    }

    private Connection open(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "aeo-reach launcher");
        for (int waited = 0; ; waited++) {
            try {
                return DriverManager.getConnection(url, properties);
            } catch (SQLException e) {
                if (!STARTING_UP.equals(e.getSQLState()) || waited >= STARTING_UP_SECONDS) {
                    throw e;
                }
                Pause.seconds(1);
            }
        }
    }

    private static boolean refused(SQLException e) {
        return INVALID_PASSWORD.equals(e.getSQLState()) || NOT_ALLOWED.equals(e.getSQLState());
    }

    private StartFailure failure(Login login, SQLException e) {
        if (refused(e)) {
            return new StartFailure(
                    ExitCode.DATABASE_REFUSED,
                    Sentence.of(
                            "The database server %s refuses user %s: check its name and password in AEO_DATABASE_... and pg_hba.conf.",
                            "数据库服务器 %s 拒绝用户 %s 登录：请检查 AEO_DATABASE_... 中的用户名和密码，以及 pg_hba.conf。",
                            server(),
                            login.user()),
                    e);
        }
        if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
            return new StartFailure(
                    ExitCode.DATABASE_UNREACHABLE,
                    Sentence.of(
                            "The server %s has no database \"%s\": create it or change AEO_DATABASE_URL.",
                            "服务器 %s 上没有数据库“%s”：请先创建，或修改 AEO_DATABASE_URL。", server(), name()),
                    e);
        }
        return new StartFailure(
                ExitCode.DATABASE_UNREACHABLE,
                Sentence.of(
                        "The database at %s cannot be reached (%s): check that it runs and that AEO_DATABASE_URL is right.",
                        "无法连接数据库 %s（%s）：请确认其正在运行且 AEO_DATABASE_URL 正确。", server(), StartFailure.reason(e)),
                e);
    }

    private String property(String key) {
        Properties parts = Driver.parseURL(url, new Properties());
        return parts == null ? url : parts.getProperty(key, "");
    }
}
