package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.stream.Stream;
import org.aeoreach.enterprise.importing.ImportPages;
import org.aeoreach.web.Access;
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
    void takesAFileOfTheWholeRegistry() {
        assertThat(Stream.of(ImportPages.class.getMethods())
                        .map(method -> method.getAnnotation(Access.class))
                        .filter(Objects::nonNull)
                        .mapToLong(Access::body))
                .anyMatch(most -> most > 300 << 20)
                .allMatch(most -> most <= PayaraSettings.LARGEST_BODY);
    }
}
