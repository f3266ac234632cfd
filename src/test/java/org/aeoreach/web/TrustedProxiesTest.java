package org.aeoreach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.of(Set.of("192.0.2.10", "10.244.0.0/15", "172.30.18.128/25", "2001:db8::/33", "::1"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, true",
        "192.0.2.11, false",
        "10.244.0.0, true",
        "10.245.255.255, true",
        "10.246.0.0, false",
        "10.243.255.255, false",
        "172.30.18.127, false",
        "172.30.18.128, true",
        "172.30.18.255, true",
        "2001:db8:7fff::1, true",
        "2001:db8:8000::1, false",
        "::1, true",
        "0:0:0:0:0:0:0:1, true",
        "::ffff:10.244.1.1, true",
        "::2, false",
        "localhost, false",
        "10.244, false",
        "'', false",
    })
    void containsExactlyTheAddressesOfItsRanges(String address, boolean contained) {
        assertThat(PROXIES.contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "proxy.example", "10.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
    void refusesWhatIsNoAddress(String entry) {
        assertThatThrownBy(() -> TrustedProxies.of(Set.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }
}
