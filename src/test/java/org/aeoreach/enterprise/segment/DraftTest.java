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

    private static Condition all(Condition... of) {
        return new Condition.All(List.of(of));
    }

    private static Condition any(Condition... of) {
        return new Condition.Any(List.of(of));
    }

    private static Condition not(Condition of) {
        return new Condition.Not(of);
    }

    private static Draft draft(Condition condition) {
        return DraftOf.condition(condition).orElseThrow();
    }

    @Test
    void aFlatListIsOneGroup() {
        Condition flat = all(ONE, not(OTHER));
        Draft draft = draft(flat);
        assertThat(draft.groups()).hasSize(1);
        assertThat(draft.groups().get(0).items())
                .extracting(item -> ((Draft.Row) item).not())
                .containsExactly(false, true);
        assertThat(draft.condition()).isEqualTo(all(flat));
    }

    @Test
    void groupsKeepTheirModesOverThreeLevels() {
        Condition groups = any(all(ONE, any(OTHER, not(ONE)), OTHER), not(any(ONE, not(any(OTHER)))));
        Draft draft = draft(groups);
        assertThat(draft.mode()).isEqualTo(Draft.Mode.ANY);
        assertThat(draft.groups()).extracting(Draft.Group::mode).containsExactly(Draft.Mode.ALL, Draft.Mode.NONE);
        assertThat(draft.condition()).isEqualTo(groups);
    }

    /** Another way to write it, and the same enterprises: tried with every truth of the two criteria. */
    @Test
    void whateverMayBeSavedMeansTheSameInTheEditor() {
        List<Condition> trees = List.of(
                ONE,
                not(ONE),
                not(not(ONE)),
                not(all(ONE, OTHER)),
                not(any(ONE, not(OTHER))),
                all(ONE, any(ONE, OTHER)),
                any(ONE, all(ONE, OTHER)),
                any(not(all(ONE, not(OTHER))), OTHER),
                all(any(all(ONE, OTHER), not(ONE)), ONE),
                all());
        for (Condition tree : trees) {
            Condition again = draft(tree).condition();
            for (int truth = 0; truth < 4; truth++) {
                assertThat(holds(again, truth)).as("%s, case %s", tree, truth).isEqualTo(holds(tree, truth));
            }
            assertThat(draft(again).condition()).as("steady").isEqualTo(again);
        }
    }

    private static boolean holds(Condition condition, int truth) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(each -> holds(each, truth));
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(each -> holds(each, truth));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.of(), truth);
        }
        return (truth & (condition.equals(ONE) ? 1 : 2)) != 0;
    }

    @Test
    void whatIsDeeperOrSaysNothingIsNotTaken() {
        Condition fourLevels = all(any(ONE, all(OTHER, any(ONE, OTHER))));
        for (Condition refused : List.of(fourLevels, any(), all(ONE, any()), any(ONE, all()), not(all()))) {
            assertThat(DraftOf.condition(refused)).as(refused.toString()).isEmpty();
            String text = ConditionText.write(refused);
            assertThatThrownBy(() -> ConditionText.given(text)).as(text).isInstanceOf(Problem.class);
            assertThat(ConditionText.read(text)).as("stored before").isEqualTo(refused);
        }
    }

    @Test
    void buttonsAddAndRemoveAndIgnoreNonsense() {
        Draft two = Draft.EMPTY.after("group").after("add-g1").after("sub-g1").after("add-g1.2");
        assertThat(two.groups()).hasSize(2);
        assertThat(two.groups().get(1).items()).hasSize(3);
        assertThat(inner(two).items()).hasSize(2);
        assertThat(inner(two.after("drop-g1.2.0")).items()).hasSize(1);
        assertThat(two.after("drop-g1.2").groups().get(1).items()).hasSize(2);
        assertThat(two.after("drop-g1.0").groups().get(1).items()).hasSize(2);
        assertThat(two.after("drop-g0").groups()).hasSize(1);
        for (String nonsense : List.of(
                "",
                "drop-g9.9",
                "drop-g1.77",
                "drop-x",
                "add",
                "-",
                "sub-g1.2",
                "add-g1.0",
                "drop-g1.2.9",
                "drop-1-0")) {
            assertThat(two.after(nonsense)).as(nonsense).isEqualTo(two);
        }
    }

    private static Draft.Group inner(Draft draft) {
        return (Draft.Group) draft.groups().get(1).items().get(2);
    }

    @Test
    void refusesWhatIsNoTree() {
        for (String text : List.of("", "[]", "{}", "{\"all\":1}", "{\"all\":[],\"any\":[]}", "{\"criterion\":5}")) {
            assertThatThrownBy(() -> ConditionText.read(text)).as(text).isInstanceOf(Problem.class);
        }
    }
}
