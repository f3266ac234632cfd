package org.aeoreach.enquiry.publish;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.library.content.Audience;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A question for everybody, made of an answer. Texts are plain: each line is a paragraph, or a point of a list after a
 * hyphen or a number.
 *
 * @param answerId the message it is made of
 * @param zhTitle the question in short, with a mark at its end
 * @param zhQuestion what else the asker said of it; may be empty in both languages
 * @param confirmed what looks like a name, a number or an address, and may stay
 * @param later only a draft is kept, so that it need not be complete
 */
public record NewPublication(
        @Positive long answerId,
        @Nullable @Size(max = ContentText.LONGEST_TITLE) String zhTitle,
        @Nullable @Size(max = 10_000) String zhQuestion,
        @Nullable @Size(max = 20_000) String zhAnswer,
        @Nullable @Size(max = ContentText.LONGEST_TITLE) String enTitle,
        @Nullable @Size(max = 10_000) String enQuestion,
        @Nullable @Size(max = 20_000) String enAnswer,
        @NotBlank @Size(max = 60) String questionTopic,
        @NotNull @Nullable Audience questionAudience,
        @Nullable List<String> confirmed,
        boolean later) {

    /** Names of the fields with texts, as the form has them. */
    static final List<String> TEXTS = List.of("zhTitle", "zhQuestion", "zhAnswer", "enTitle", "enQuestion", "enAnswer");

    /** What is said in one language; empty where nothing is. */
    record Said(String title, String question, String answer) {

        boolean complete() {
            return !title.isEmpty() && !answer.isEmpty();
        }

        boolean empty() {
            return title.isEmpty() && question.isEmpty() && answer.isEmpty();
        }
    }

    Said said(Language language) {
        return language == Language.EN
                ? new Said(text(enTitle), text(enQuestion), text(enAnswer))
                : new Said(text(zhTitle), text(zhQuestion), text(zhAnswer));
    }

    /** In the order of {@link #TEXTS}. */
    Stream<String> texts() {
        return Stream.of(zhTitle, zhQuestion, zhAnswer, enTitle, enQuestion, enAnswer)
                .map(NewPublication::text);
    }

    List<String> allowed() {
        return confirmed == null ? List.of() : confirmed;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }
}
