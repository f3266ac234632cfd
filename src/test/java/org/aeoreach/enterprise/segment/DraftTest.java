package org.aeoreach.enterprise.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;

/** What is stored comes back into the editor as it was, or not at all. */
class DraftTest {
    private static final Condition ONE = new Condition.Leaf("cbec", Map.of());
    private static final Condition OTHER = new Condition.Leaf("contacted", Map.of("since", List.of("2026-04-01")));

    @Test
    void aFlatListIsOneGroup() {
        Condition flat = new Condition.All(List.of(ONE, new Condition.Not(OTHER)));
        Draft draft = Draft.of(flat).orElseThrow();
        assertThat(draft.groups()).hasSize(1);
        assertThat(draft.groups().get(0).rows()).extracting(Draft.Row::not).containsExactly(false, true);
        assertThat(ConditionText.write(draft.condition()))
                .isEqualTo(ConditionText.write(new Condition.All(List.of(flat))));
    }

    @Test
    void groupsKeepTheirModes() {
        Condition groups = new Condition.Any(
                List.of(new Condition.All(List.of(ONE, OTHER)), new Condition.Not(new Condition.Any(List.of(ONE)))));
        Draft draft = Draft.of(groups).orElseThrow();
        assertThat(draft.mode()).isEqualTo(Draft.Mode.ANY);
        assertThat(draft.groups()).extracting(Draft.Group::mode).containsExactly(Draft.Mode.ALL, Draft.Mode.NONE);
        assertThat(draft.condition()).isEqualTo(groups);
    }

    @Test
    void whatIsDeeperIsNotEdited() {
        Condition deep =
                new Condition.All(List.of(new Condition.Any(List.of(ONE, new Condition.All(List.of(ONE, OTHER))))));
        assertThat(Draft.of(deep)).isEmpty();
    }

    @Test
    void buttonsAddAndRemoveAndIgnoreNonsense() {
        Draft two = Draft.EMPTY.after("group").after("add-1");
        assertThat(two.groups()).hasSize(2);
        assertThat(two.groups().get(1).rows()).hasSize(2);
        assertThat(two.after("drop-1-0").groups().get(1).rows()).hasSize(1);
        assertThat(two.after("ungroup-0").groups()).hasSize(1);
        for (String nonsense : List.of("", "drop-9-9", "drop-1-77", "ungroup-x", "add", "-")) {
            assertThat(two.after(nonsense)).as(nonsense).isEqualTo(two);
        }
    }

    @Test
    void refusesWhatIsNoTree() {
        for (String text : List.of("", "[]", "{}", "{\"all\":1}", "{\"all\":[],\"any\":[]}", "{\"criterion\":5}")) {
            assertThatThrownBy(() -> ConditionText.read(text)).as(text).isInstanceOf(Problem.class);
        }
    }
}
