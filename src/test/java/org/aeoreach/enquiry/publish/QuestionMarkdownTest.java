package org.aeoreach.enquiry.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeoreach.enquiry.answer.Citation;
import org.aeoreach.library.content.ContentFaults;
import org.aeoreach.library.content.ContentText;
import org.junit.jupiter.api.Test;

/** Plain words stay plain words in the body of a document. */
class QuestionMarkdownTest {

    private static final List<Citation> SOURCES =
            List.of(new Citation(1, "policy-order-282", 2, "duties", "海关注册登记和备案企业信用管理办法", ""));

    private static String body(String answer, String question) {
        return QuestionMarkdown.of(
                new NewPublication.Said("标题？", question, answer), "海关总署解释", SOURCES, word -> "<" + word);
    }

    @Test
    void whatLooksLikeMarkupIsNone() {
        String body = QuestionMarkdown.of(
                new NewPublication.Said("标题？", "", "# 一\n---\n<b>二</b> *三* [四](五) a_b\n=====\n`六`"),
                "海关总署解释",
                List.of(),
                word -> "依据");
        assertThat(ContentFaults.of(body)).isEmpty();
        ContentText text = ContentText.of("zh", "标题？", "", body);
        assertThat(text.anchors()).containsExactly("authority");
        assertThat(text.sections().get(0).plain()).contains("# 一", "---", "<b>二</b> *三* [四](五) a_b", "=====", "`六`");
    }

    @Test
    void linesArePointsOfAListOrParagraphs() {
        assertThat(body("第一段\n- 甲\n- 乙\n第二段", "")).startsWith("第一段\n\n- 甲\n- 乙\n\n第二段\n\n## ");
    }

    @Test
    void carriesQuestionAuthorityAndSources() {
        String body = body("答复。", "详情。");
        assertThat(body)
                .containsSubsequence(
                        "答复。",
                        "{#question}",
                        "详情。",
                        "{#authority}",
                        "- 海关总署解释",
                        "- [海关注册登记和备案企业信用管理办法](doc:policy-order-282#duties)");
    }

    @Test
    void theSummaryIsTheFirstSentenceOrAsMuchAsFits() {
        assertThat(QuestionMarkdown.summary("可以。但须备案。")).isEqualTo("可以。");
        assertThat(QuestionMarkdown.summary("Yes. But not 1.5 times.")).isEqualTo("Yes.");
        assertThat(QuestionMarkdown.summary("长".repeat(300))).hasSize(160).endsWith("…");
        assertThat(QuestionMarkdown.summary("可以。"))
                .as("the answer would stand there twice")
                .isEmpty();
        assertThat(QuestionMarkdown.summary("")).isEmpty();
    }
}
