package org.aeoreach.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeoreach.web.markdown.HtmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "复核要多久？\n\n在 2026年11月23日，AEO Reach <ask@customs.test> 写道：\n> 您好\n> 已答复",
                "复核要多久？\n\nOn Mon, Nov 23, 2026 at 10:00 AM AEO Reach\n<ask@customs.test> wrote:\n\n> hello",
                "复核要多久？\n------------------ 原始邮件 ------------------\n发件人: AEO\n发送时间: x\n主题: y\n\n您好",
                "复核要多久？\n\n-----Original Message-----\nFrom: AEO\nSent: x\nTo: y\n\nhello",
                "复核要多久？\n________________________________\n发件人: AEO\n发送时间: x\n收件人: y\n主题: z\n\n您好",
                "复核要多久？\n> 您好\n> 已答复\n",
                "复核要多久？\n-- \n李晓\n公司",
                "复核要多久？\n--\n李晓\n公司\n电话：+86 512 6288 1234",
                "复核要多久？\n\n发自我的 iPhone",
                "复核要多久？\n-----Original Message-----\nFrom: AEO\n\n> hello",
            })
    void leavesWhatWasWritten(String text) {
        assertThat(Quotes.trimmed(text, true)).isEqualTo("复核要多久？");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> 第一问\n答一\n> 第二问\n答二",
                "On Monday he wrote:\n> a\n\nmy words below",
                "发件人: 只有这一行",
                "见下\n\n-----Original Message-----\nFrom: AEO\nSent: x\nTo: y\n\nWhich code?\n9113",
                "Please see my answers below.\nFrom: AEO\nSent: x\nTo: y\n\nWhich code?\n9113",
                "谢谢\n-----Original Message-----\nFrom: AEO\n\n> Which code?\n9113",
                "1. 复核要多久\n--\n2. 需要哪些材料",
                "复核要多久\n--\n需要哪些材料？",
                "复核要多久\n\n发自我的 iPhone\n\n还有一个问题，需要哪些材料",
                "-----原始邮件-----\n只有引文"
            })
    void keepsEverythingWhereOneCannotTell(String text) {
        assertThat(Quotes.trimmed(text, true)).isEqualTo(text);
    }

    @Test
    void keepsAForwardedMailInANewQuestion() {
        String text = "请看下文\n-----原始邮件-----\n发件人: 商会";
        assertThat(Quotes.trimmed(text, false)).isEqualTo(text);
    }

    @Test
    void readsHtmlAsTextAndItsQuotationsAsSuch() {
        assertThat(HtmlText.of("<div>你好&nbsp;&lt;b&gt;</div><blockquote><p>旧</p></blockquote><style>x</style>"
                        + "<table><tr><td>甲</td><td>乙</td></tr></table><pre>a\n  b</pre>"))
                .isEqualTo("你好 <b>\n\n> 旧\n\n甲  乙\na\n  b");
    }
}
