package org.aeoreach.enquiry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks as if it named somebody has to be looked at by a person. */
class TelltalesTest {

    private static List<String> in(String text) {
        return Telltales.in(Stream.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请找李经理办理",
                "深圳市某某贸易有限公司申请",
                "联系人：小赵",
                "ask Mr. Smith",
                "Dear Anna",
                "Blue Sky Trading Co., Ltd. asks",
                "电话 0755-8899 1234",
                "mail a.b@c.test now",
                "91440300MA5F12345X",
                "报关单 530420261234567890",
                "AEOCN4403112345",
                "位于南海大道 1019 号",
                "at 12 Harbour View Road"
            })
    void findsIt(String text) {
        assertThat(in(text)).as(text).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "根据海关总署公告2026年第34号，自2026-10-01起施行。",
                "本公司、分公司和关联公司分别申请，企业可以委托报关公司。",
                "An importer may apply after 1 year; see Announcement 34 of 2026.",
                "海关高级认证企业标准第21项",
                "注册资本1000万元"
            })
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(in(text)).as(text).isEmpty();
    }

    @Test
    void eachOnceAsItStands() {
        assertThat(Telltales.in(Stream.of("李经理", "问李经理，a@b.test"))).containsExactly("a@b.test", "李经理");
    }
}
