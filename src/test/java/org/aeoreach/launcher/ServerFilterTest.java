package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFilterTest {

    @ParameterizedTest
    @CsvSource({
        "org.aeoreach.web.Filter, INFO, hello, true",
        "fish.payara.micro, INFO, hello, false",
        "fish.payara.micro, WARNING, hello, true",
        ", WARNING, hello, true",
        ", INFO, hello, false",
        "jakarta.enterprise.web.util, WARNING, a thread was not stopped, true",
        "jakarta.enterprise.web.util, WARNING, The web application [unknown] registered the JDBC driver [x], false",
        "org.glassfish.jersey.server.ResourceModelConfigurator, WARNING,"
                + " Component of class class org.aeoreach.importing.ImportApi cannot be instantiated and will be ignored., false",
        "org.glassfish.jersey.ext.cdi1x.internal.CdiComponentProvider, WARNING,"
                + " Component of class class org.aeoreach.importing.ImportDesk cannot be instantiated and will be ignored., false",
        "org.glassfish.jersey.server.ResourceModelConfigurator, WARNING,"
                + " Component of class class org.aeoreach.web.AccessFilter cannot be instantiated and will be ignored., true"
    })
    void silencesNoiseButNoWarning(String logger, String level, String message, boolean shown) {
        LogRecord entry = new LogRecord(Level.parse(level), message);
        entry.setLoggerName(logger);

        assertThat(new ServerFilter().isLoggable(entry)).isEqualTo(shown);
    }
}
