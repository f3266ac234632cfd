package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void readsEveryOption() {
        Options options = Options.parse("--port", "9090", "--data-dir", "/srv/aeo", "--verbose", "--new-setup-code");

        assertThat(options).isEqualTo(new Options("9090", "/srv/aeo", true, false, true));
    }

    @Test
    void acceptsAnEqualsSign() {
        assertThat(Options.parse("--port=9090").port()).isEqualTo("9090");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "9090", "--port", "--data-dir"})
    void refusesWhatItDoesNotUnderstand(String argument) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOfSatisfying(
                        StartFailure.class, e -> assertThat(e.code()).isEqualTo(ExitCode.BAD_OPTION))
                .hasMessageContaining(argument)
                .hasMessageContaining(" / ");
    }

    @Test
    void helpNamesEveryKeyAndEveryExitCode() {
        String help = Usage.text();

        for (ConfigurationKey key : ConfigurationKey.values()) {
            assertThat(help).contains(key.name(), key.description());
        }
        for (ExitCode code : ExitCode.values()) {
            assertThat(help).contains(code.number() + " " + code.meaning());
        }
    }
}
