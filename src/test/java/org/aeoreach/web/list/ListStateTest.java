package org.aeoreach.web.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.list.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address asks of a list, and the addresses a list writes. */
class ListStateTest {

    private static final ListSpec SPEC = ListSpec.at("sample", "/desk/sample", "list.sample.rows")
            .from("sample s", "s.id")
            .columns(
                    Column.name("name", "list.sample.name", "s.zh", "s.en").lead(),
                    Column.code("code", "list.sample.code", "s.code").sortable(),
                    Column.day("day", "list.sample.day", "s.day").hidden())
            .filters(
                    Filter.search("list.sample.name", "s.zh"),
                    Filter.yesNo("open", "list.sample.state", "s.closed is null"),
                    Filter.days("day", "list.sample.day", "s.at"),
                    Filter.unit("unit", "list.sample.code", "s.org_path"),
                    Filter.including("closed", "list.sample.state", "s.closed is null"))
            .order("-code")
            .build();

    private static ListState state(String query) {
        return Asked.of(SPEC, query).state();
    }

    @Test
    void isAsDeclaredUnlessAskedOtherwise() {
        ListState state = state("");
        assertThat(state.sort()).isEqualTo("code");
        assertThat(state.descending()).isTrue();
        assertThat(state.columns()).containsExactly("name", "code");
        assertThat(state.errors()).isEmpty();
        assertThat(state.query()).isEmpty();
        assertThat(state.href()).isEqualTo("/desk/sample?view=all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%E6%B5%B7%26%25&sort=name&columns=name%2Cday&limit=25&after=7",
                "open=yes&day-from=2026-01-01&day-to=2026-02-01&view=12",
                "unit=5300&closed=true&before=9"
            })
    void writesTheAddressItReads(String query) {
        ListState state = state(query);
        assertThat(state.errors()).isEmpty();
        assertThat(Asked.of(SPEC, state.href().substring("/desk/sample?".length()))
                        .state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=evil, sort",
        "sort=day, sort",
        "sort=s.code;drop table unit, sort",
        "sort=-, sort",
        "columns=name%2Cevil, columns",
        "columns=*, columns",
        "limit=0, limit",
        "limit=201, limit",
        "limit=x, limit",
        "after=1 or 1=1, after",
        "before=-1, before",
        "open=maybe, open",
        "closed=1, closed",
        "day-from=yesterday, day-from",
        "day-to=2026-02-30, day-to",
        "unit=53, unit",
        "unit=5300' or '1'='1, unit"
    })
    void refusesWhatDoesNotExistAndKeepsTheRest(String wrong, String field) {
        ListState state = state("q=kept&" + wrong);
        assertThat(state.errors()).extracting(Problem.FieldError::field).containsExactly(field);
        assertThat(state.value("q")).isEqualTo("kept");
    }

    @Test
    void refusesSpanThatEndsBeforeItBegins() {
        assertThat(state("day-from=2026-02-02&day-to=2026-02-01").errors())
                .extracting(Problem.FieldError::key)
                .containsExactly("list.invalid.days");
    }

    @Test
    void putsNothingTypedIntoTheStatement() {
        ListState state = state("q=%27%3B--evil&day-from=2026-01-01&unit=5300&open=no");
        Statement statement = new Statement(state, Language.ZH);
        assertThat(statement.all(10).sql())
                .doesNotContain("evil", "5300", "2026")
                .contains("order by s.code desc nulls last");
        assertThat(statement.all(10).values()).contains("%';--evil%", "5300", 10);
    }

    @Test
    void opensSavedViewAnewOnlyWhenNothingElseIsAsked() {
        assertThat(Asked.of(SPEC, "").nothing()).isTrue();
        assertThat(Asked.of(SPEC, "view=all").nothing()).isFalse();
        assertThat(Asked.of(SPEC, "view=3&after=2").says()).isFalse();
        assertThat(Asked.of(SPEC, "view=3&q=").says()).isTrue();
        // Changed back to how a list is by itself, a view still says so.
        assertThat(Asked.of(
                                SPEC,
                                state("view=3&q=x").without(List.of("q")).href().split("\\?", 2)[1])
                        .says())
                .isTrue();
    }

    @Test
    void declarationsAreChecked() {
        ListSpec.Builder twice = ListSpec.at("x", "/x", "list.sample.rows")
                .from("x", "id")
                .columns(Column.code("a", "k", "a").sortable(), Column.code("a", "k", "b"))
                .order("a");
        assertThatThrownBy(twice::build).isInstanceOf(IllegalArgumentException.class);
        ListSpec.Builder reserved = ListSpec.at("x", "/x", "list.sample.rows")
                .from("x", "id")
                .columns(Column.code("a", "k", "a").sortable())
                .filters(Filter.equal("sort", "k", "a"))
                .order("a");
        assertThatThrownBy(reserved::build).isInstanceOf(IllegalArgumentException.class);
    }
}
