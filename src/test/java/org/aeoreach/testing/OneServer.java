package org.aeoreach.testing;

import org.jboss.arquillian.junit5.ArquillianExtension;
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

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean inServer = context.getConfigurationParameter(ArquillianExtension.RUNNING_INSIDE_ARQUILLIAN)
                .map(Boolean::parseBoolean)
                .orElse(false);
        Object runner = inServer ? null : context.getRoot().getStore(ARQUILLIAN).remove(RUNNER);
        if (runner != null) {
            context.getStore(StoreScope.LAUNCHER_SESSION, ARQUILLIAN).put(RUNNER, runner);
        }
    }
}
