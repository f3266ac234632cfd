package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What does 海关总署公告2022年第106号 require of us? | EN | true",
                "What is 高级认证企业? | EN | true",
                "Could you send 《中华人民共和国海关注册登记和备案企业信用管理办法》 to our office? | EN | true",
                "Dear 李晓, thanks for the answer | EN | true",
                "How long does validation take? | EN | false",
                "AEO | EN | false",
                "复核要多久 | ZH | false",
                "请问AEO认证如何申请？ | ZH | false",
                "请问 Authorized Economic Operator validation 如何申请？ | ZH | true",
                "我们是ABC Trading (Shanghai) Company Limited，想了解certification的流程 | ZH | true",
                "海关总署公告2022年第106号 | ZH | false",
            })
    void tellsTheLanguageOfASentenceNotOfANameInIt(String text, String language, boolean mixed) {
        assertThat(Wording.of(text).language()).hasToString(language);
        assertThat(Wording.of(text).mixed()).isEqualTo(mixed);
    }
}
