package org.aeoreach.library.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that does not keep to the terms of the library is pointed out. */
class GlossaryTest {
    private static final Glossary GLOSSARY = Glossary.of(List.of("""
            本页解释术语。

            | 术语 | 英文 | 其他叫法与相关词 | 含义 |
            |---|---|---|---|
            | 企业协调员 | Coordinator | 协调员、Customs Coordinator | 联系企业的关员 |
            | 报关企业 | Customs broker | 报关行、broker | 代理报关的企业 |
            | 认证 | Validation; certification | 评审、audit | 看是否达标 |
            | 现场认证 | On-site validation | 实地认证 | 现场部分 |
            | 高质量查获 | Serious detection | 查获率、106号公告 | 查获 |
            | 查获率 | Detection rate | 无 | 比率 |
            """));

    @Test
    void tellsWhereTheEnglishHasAnotherWord() {
        assertThat(GLOSSARY.hints("现场认证由海关进行。", "Customs comes for an inspection."))
                .containsExactly(new Glossary.Hint(Glossary.Kind.TRANSLATION, "现场认证", "On-site validation"));
        assertThat(GLOSSARY.hints("现场认证由海关进行。", "The ON-SITE validations are done by customs."))
                .isEmpty();
        assertThat(GLOSSARY.hints("报关企业也可以。", "A broker may, too.")).isEmpty();
    }

    @Test
    void tellsOfTwoNamesForOneThing() {
        assertThat(GLOSSARY.hints("报关企业应当备案，报关行不必。", "A customs broker."))
                .containsExactly(new Glossary.Hint(Glossary.Kind.TWO_NAMES, "报关企业", "报关行"));
        assertThat(GLOSSARY.hints("企业协调员就是协调员。", "A coordinator."))
                .as("a short form")
                .isEmpty();
        assertThat(GLOSSARY.hints("高质量查获不是查获率，见106号公告。", "A serious detection; the detection rate."))
                .as("things of their own, and numbers of documents")
                .isEmpty();
    }

    @Test
    void looksAtNoAddressesAndNoMissingLanguage() {
        assertThat(GLOSSARY.hints("见[这里](doc:报关企业)。", "See there.")).isEmpty();
        assertThat(GLOSSARY.hints("现场认证由海关进行。", "")).isEmpty();
    }
}
