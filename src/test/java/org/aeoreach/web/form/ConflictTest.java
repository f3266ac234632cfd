package org.aeoreach.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConflictTest {

    record Unit(String zh, String en, String note, List<String> kinds, String since) {}

    private static final Form FIRST = Form.of(Unit.class)
            .with("zh", "甲")
            .with("en", "A")
            .with("note", "n")
            .with("kinds", List.of("X"))
            .version(1);
    private static final Form NOW = Form.of(Unit.class)
            .with("zh", "乙")
            .with("en", "A")
            .with("note", "n2")
            .with("kinds", List.of("X"))
            .options("kinds", List.of(new Option("X", "Ex"), new Option("Y", "Why")))
            .version(2);

    /** What the first form sends back with these fields typed. */
    private static Form typed(Map<String, List<String>> fields) {
        Map<String, List<String>> sent = new java.util.LinkedHashMap<>(FIRST.travelling());
        sent.putAll(fields);
        return Form.received(sent).about(Unit.class);
    }

    private static final Map<String, List<String>> MINE = Map.of(
            "zh", List.of("丙"),
            "en", List.of("B"),
            "note", List.of("n"),
            "kinds", List.of("X", "Y"),
            "since", List.of("2026"));

    @Test
    void tellsWhoChangedWhat() {
        Conflict conflict = Conflict.between(typed(MINE), NOW);
        assertThat(conflict.version()).isEqualTo(2);
        assertThat(conflict.lines())
                .extracting(Conflict.Line::field, Conflict.Line::changed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("zh", Conflict.Changed.BOTH),
                        org.assertj.core.groups.Tuple.tuple("en", Conflict.Changed.MINE),
                        org.assertj.core.groups.Tuple.tuple("note", Conflict.Changed.THEIRS),
                        org.assertj.core.groups.Tuple.tuple("kinds", Conflict.Changed.MINE));
        Conflict.Line first = conflict.lines().get(0);
        assertThat(List.of(
                        first.original().words(),
                        first.theirs().words(),
                        first.mine().words()))
                .containsExactly("甲", "乙", "丙");
        assertThat(conflict.lines().get(3).mine().words()).isEqualTo("Ex; Why");
        assertThat(conflict.settled()).containsEntry("since", List.of("2026"));
    }

    @Test
    void whiteSpaceIsNoDifference() {
        Form typed = typed(Map.of("zh", List.of(" 乙 "), "en", List.of("A"), "note", List.of("n2\r\n")));
        assertThat(Conflict.between(typed, NOW).lines())
                .extracting(Conflict.Line::field)
                .containsExactly("kinds");
    }

    @Test
    void choicesBecomeValuesAndWhatTheySavedTheOriginal() {
        Form settled = Form.received(FormReader.fields("version=2&mine.zh=丙&theirs.zh=乙&take.zh=mine"
                + "&mine.note=n&theirs.note=n2&take.note=theirs"
                + "&mine.kinds=X&mine.kinds=Y&theirs.kinds=&take.kinds=theirs&since=2026"));
        assertThat(settled.value("zh")).isEqualTo("丙");
        assertThat(settled.value("note")).isEqualTo("n2");
        assertThat(settled.values("kinds")).containsExactly("");
        assertThat(settled.value("since")).isEqualTo("2026");
        assertThat(settled.original("zh")).containsExactly("乙");
        assertThat(settled.version()).isEqualTo(2);
    }
}
