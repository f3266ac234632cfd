package org.aeoreach.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.SystemDatabase;

/** The system's own database access, outside the server. */
public final class Sources {

    private static final Set<String> SWALLOWED = Set.of("commit", "close", "setAutoCommit");

    private Sources() {}

    /** As in the server: each transaction on a connection of the jobs role. */
    public static SystemDatabase jobs() {
        return new SystemDatabase(source(() -> TestPostgres.running().jobs()));
    }

    /** All transactions in the one under way on this connection, which is neither committed nor closed. */
    public static SystemDatabase within(Connection connection) {
        return new SystemDatabase(source(() -> (Connection) Proxy.newProxyInstance(
                Sources.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return SWALLOWED.contains(method.getName()) ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }

    private static DataSource source(Callable<Connection> connections) {
        return (DataSource) Proxy.newProxyInstance(
                Sources.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connections.call());
    }
}
