package org.aeoreach.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Keeps the server until the JVM ends. Arquillian keeps it for one run of the test engine, and of several JVMs that take
 * the next class from one queue each makes a run of every class.
 */
final class OneServer implements BeforeAllCallback {
    // Under these names Arquillian finds its runner again, and looks for it in the session too.
    private static final Namespace ARQUILLIAN = Namespace.create("arquillianNamespace");
    private static final String RUNNER = "testRunnerManager";
    private static final String PEOPLE =
            "select id, language, time_zone from account where mail like '%@demo.invalid' order by id";

    private static @Nullable List<Rows.Row> people;

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        boolean inServer = context.getConfigurationParameter(ArquillianExtension.RUNNING_INSIDE_ARQUILLIAN)
                .map(Boolean::parseBoolean)
                .orElse(false);
        Object runner = inServer ? null : context.getRoot().getStore(ARQUILLIAN).remove(RUNNER);
        if (!inServer) {
            restorePeople();
        }
        if (runner != null) {
            context.getStore(StoreScope.LAUNCHER_SESSION, ARQUILLIAN).put(RUNNER, runner);
        }
    }

    /** A class finds the demo people speak the languages they spoke in the beginning, whatever ran before it. */
    private static synchronized void restorePeople() throws SQLException {
        if (people == null) {
            people = Rows.all(PEOPLE);
        }
        for (Rows.Row person : Objects.requireNonNull(people)) {
            Rows.change(
                    "update account set language = ?, time_zone = ? where id = ? and (language, time_zone) <> (?, ?)",
                    person.text("language"),
                    person.text("time_zone"),
                    person.id("id"),
                    person.text("language"),
                    person.text("time_zone"));
        }
    }
}
