package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.aeoreach.enterprise.importing.Imports;
import org.junit.jupiter.api.Test;

class PayaraSettingsTest {

    @Test
    void takesThePathsOfTheServersOwnEndpointsAway() {
        String domain = PayaraSettings.domain(
                "<config><microprofile-metrics-configuration></microprofile-metrics-configuration></config>");

        for (String service : new String[] {"metrics", "openapi", "healthcheck"}) {
            assertThat(domain)
                    .contains(
                            "<microprofile-" + service + "-configuration enabled=\"false\" virtual-servers=\"none\"/>");
        }
    }

    @Test
    void doesNotStartAServerItDoesNotKnow() {
        assertThatThrownBy(() -> PayaraSettings.domain("<domain/>")).hasMessageContaining("domain.xml");
    }

    @Test
    void everyCommandIsASetting() {
        assertThat(PayaraSettings.beforeStart("127.0.0.1").lines())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("set configs.config.server-config."));
    }

    @Test
    void takesTheLargestFileOfAnyRoute() {
        assertThat(PayaraSettings.LARGEST_BODY).isGreaterThan(Imports.LARGEST + (1 << 20));
    }
}
