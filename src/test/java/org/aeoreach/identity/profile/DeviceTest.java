package org.aeoreach.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0 | Edge | Windows",
                "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0 | WeChat | Android",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.0 Safari/605.1.15 | Safari | macOS",
                "something else | '' | ''"
            })
    void namesBrowserAndSystem(String agent, String browser, String system) {
        assertThat(Device.of(agent)).isEqualTo(new Device(browser, system));
    }
}
