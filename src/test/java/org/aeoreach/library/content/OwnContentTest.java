package org.aeoreach.library.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.enterprise.journey.JourneyStep;
import org.junit.jupiter.api.Test;

/** The documents that come with the program. */
class OwnContentTest {
    private static final ContentFolder OWN = ContentFolder.read(Path.of("content"));

    @Test
    void hasNoFault() {
        assertThat(OWN.faults()).isEmpty();
        assertThat(OWN.documents()).hasSizeGreaterThanOrEqualTo(273);
    }

    @Test
    void holdsAllItemsOfTheStandardAndAllQuestions() {
        assertThat(count("standard-2026-[0-9]{2}-.*")).isEqualTo(74);
        assertThat(OWN.documents().stream().filter(read -> read.kind() == DocumentKind.QUESTION))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    private static long count(String id) {
        return OWN.documents().stream().filter(read -> read.id().matches(id)).count();
    }

    @Test
    void issuerStaysText() {
        assertThat(document("policy-2026-no-34").issuer()).isEqualTo("0000");
    }

    @Test
    void oneOrderGivesWayToTheNextOnOneDay() {
        LocalDate last = LocalDate.of(2026, 3, 31);
        assertThat(document("policy-order-251").inForce(last)).isTrue();
        assertThat(document("policy-order-251").inForce(last.plusDays(1))).isFalse();
        assertThat(document("policy-order-282").inForce(last)).isFalse();
        assertThat(document("policy-order-282").inForce(last.plusDays(1))).isTrue();
    }

    @Test
    void plainTextHoldsNoMarkdown() {
        List<ContentSection> sections =
                document("standard-2026-04-cooperation-with-customs").text("en").sections();
        assertThat(sections.get(0).anchor()).isEmpty();
        assertThat(sections.get(0).plain())
                .contains("item 4 item 4 Internal control Customs-business cooperation")
                .doesNotContain("|");
        assertThat(sections.get(2).heading()).isEqualTo("What customs looks at (read from the item)");
        assertThat(sections.get(2).anchor()).isEqualTo("focus");
        assertThat(sections.get(2).plain())
                .contains("Item 30 and item 32 state the opposite")
                .doesNotContain("doc:");
    }

    @Test
    void stepsAreThoseOfTheRegistry() {
        assertThat(ContentDocument.STEPS)
                .isEqualTo(Arrays.stream(JourneyStep.values()).map(Enum::name).toList());
    }

    private static ContentDocument document(String id) {
        return OWN.documents().stream()
                .filter(read -> read.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
