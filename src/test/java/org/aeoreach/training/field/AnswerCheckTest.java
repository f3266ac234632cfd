package org.aeoreach.training.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of answers is kept, missed and refused. */
class AnswerCheckTest {

    private static AskedField field(long id, FieldKind kind, boolean required, @Nullable Long shownIf, String value) {
        List<AskedField.FieldChoice> choices = kind == FieldKind.CHOICE
                ? List.of(new AskedField.FieldChoice("甲", "a"), new AskedField.FieldChoice("乙", "b"))
                : List.of();
        return new AskedField(
                id, (int) id, "问" + id, null, kind, choices, required, shownIf, shownIf == null ? null : value, 0);
    }

    private static final AskedField LUNCH = field(1, FieldKind.YES_NO, true, null, "");
    private static final AskedField DIET = field(2, FieldKind.CHOICE, true, 1L, "YES");
    private static final AskedField WHAT = field(3, FieldKind.TEXT, true, 2L, "1");
    private static final List<AskedField> ALL = List.of(LUNCH, DIET, WHAT);

    private static List<String> missed(Map<String, String> typed) {
        try {
            AnswerCheck.of(ALL, typed);
            return List.of();
        } catch (Problem problem) {
            return problem.errors().stream().map(Problem.FieldError::field).toList();
        }
    }

    @Test
    void whatIsNotShownIsNeitherNeededNorKept() {
        assertThat(AnswerCheck.of(ALL, Map.of("1", "NO"))).containsExactly(Map.entry("1", "NO"));
        assertThat(AnswerCheck.of(ALL, Map.of("1", "NO", "2", "1", "3", "花生"))).containsExactly(Map.entry("1", "NO"));
    }

    @Test
    void whatIsShownIsNeeded() {
        assertThat(missed(Map.of())).containsExactly("answers.1");
        assertThat(missed(Map.of("1", "YES"))).containsExactly("answers.2");
        assertThat(missed(Map.of("1", "YES", "2", "1"))).containsExactly("answers.3");
        assertThat(missed(Map.of("1", "YES", "2", "0"))).isEmpty();
    }

    @Test
    void aHiddenQuestionHidesThoseThatHangOnIt() {
        assertThat(AnswerCheck.of(ALL, Map.of("1", "NO", "2", "1"))).containsOnlyKeys("1");
        assertThat(AnswerCheck.of(ALL, Map.of("1", "YES", "2", "1", "3", " 花生 ")))
                .containsEntry("3", "花生");
    }

    @Test
    void answersToWhatIsNotAskedAreLeftOut() {
        assertThat(AnswerCheck.of(ALL, Map.of("1", "NO", "99", "x"))).containsOnlyKeys("1");
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER,12,true",
        "NUMBER,-3.5,true",
        "NUMBER,0012.50,true",
        "NUMBER,1e9,false",
        "NUMBER,zwölf,false",
        "NUMBER,12345678901234567890,false",
        "YES_NO,YES,true",
        "YES_NO,MAYBE,false",
        "CHOICE,1,true",
        "CHOICE,2,false",
        "CHOICE,-1,false",
        "CHOICE,甲,false",
        "TEXT,任何文字,true"
    })
    void anAnswerFitsItsKind(FieldKind kind, String answer, boolean fits) {
        List<AskedField> one = List.of(field(7, kind, false, null, ""));
        if (fits) {
            assertThat(AnswerCheck.of(one, Map.of("7", answer))).containsKey("7");
        } else {
            assertThatThrownBy(() -> AnswerCheck.of(one, Map.of("7", answer)))
                    .asInstanceOf(type(Problem.class))
                    .satisfies(problem -> assertThat(problem.errors())
                            .extracting(Problem.FieldError::field)
                            .containsExactly("answers.7"));
        }
    }

    @Test
    void aTextHasAnEnd() {
        List<AskedField> one = List.of(field(7, FieldKind.TEXT, false, null, ""));
        assertThat(AnswerCheck.of(one, Map.of("7", "字".repeat(1000)))).containsKey("7");
        assertThatThrownBy(() -> AnswerCheck.of(one, Map.of("7", "字".repeat(1001))))
                .isInstanceOf(Problem.class);
    }
}
