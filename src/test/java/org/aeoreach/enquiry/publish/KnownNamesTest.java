package org.aeoreach.enquiry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of who asked is taken out of a text, however it is written there. */
class KnownNamesTest {

    private static final Map<Known.Kind, String> INSTEAD =
            Map.of(Known.Kind.PERSON, "咨询人", Known.Kind.ENTERPRISE, "某企业", Known.Kind.CONTACT, "（略）");

    private final KnownNames known = KnownNames.of(List.of(
            new Known(Known.Kind.PERSON, "王小明"),
            new Known(Known.Kind.PERSON, "Ann Li"),
            new Known(Known.Kind.PERSON, "张"),
            new Known(Known.Kind.ENTERPRISE, "深圳市皓曜翡翠贸易有限公司"),
            new Known(Known.Kind.ENTERPRISE, "Haoyao Jade Trading Co., Ltd."),
            new Known(Known.Kind.CONTACT, "a_b.c@haoyao.test"),
            new Known(Known.Kind.CONTACT, "AEOCN4403112345"),
            new Known(Known.Kind.CONTACT, "4403112345"),
            new Known(Known.Kind.CONTACT, "139-0000 1234")));

    private String without(String text) {
        return known.without(text, INSTEAD);
    }

    @Test
    void isReplacedByWordsOfItsKind() {
        assertThat(without("深圳市皓曜翡翠贸易有限公司的王小明问")).isEqualTo("某企业的咨询人问");
        assertThat(without("write to A_B.C@haoyao.test")).isEqualTo("write to （略）");
    }

    @Test
    void anEnterpriseIsKnownByItsNameWithoutFormAndTown() {
        assertThat(without("皓曜翡翠贸易与深圳市皓曜翡翠贸易")).isEqualTo("某企业与某企业");
        assertThat(without("HAOYAO JADE  TRADING asks")).isEqualTo("某企业 asks");
    }

    @Test
    void figuresAreFoundHoweverTheyAreParted() {
        assertThat(without("电话13900001234、139 0000 1234；AEOCN 4403112345 与 44031-12345"))
                .doesNotContain("1234", "2345");
    }

    @Test
    void aLatinNameIsFoundAsAWholeOnly() {
        assertThat(without("Joann Lister and ann li")).isEqualTo("Joann Lister and 咨询人");
    }

    @Test
    void aSingleCharacterIsNoName() {
        assertThat(without("一张证书")).isEqualTo("一张证书");
    }

    @Test
    void namesWhatIsLeftAsItStandsThere() {
        assertThat(known.left("WANG，王小明，ANN LI")).containsExactlyInAnyOrder("王小明", "ANN LI");
        assertThat(known.left(without("王小明 ann li 4403112345"))).isEmpty();
    }
}
