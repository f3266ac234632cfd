package org.aeoreach.web.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeoreach.platform.Language;
import org.aeoreach.web.list.filter.Filter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL of a list of two tables, of which one is joined where it is named. */
class StatementTest {

    private static final ListSpec SPEC = ListSpec.at("sample", "/desk/sample", "list.sample.rows")
            .from("work w join face f on f.id = w.id join names n on n.id = w.unit", "w.id")
            .narrow("work w")
            .joined("f", "join face f on f.id = w.id")
            .columns(
                    Column.code("due", "list.sample.code", "w.due").sortable(),
                    Column.code("number", "list.sample.code", "f.number").sortable(),
                    Column.code("half", "list.sample.code", "w.half.f").sortable())
            .filters(
                    Filter.yesNo("open", "list.sample.state", "w.closed is null"),
                    Filter.yesNo("written", "list.sample.state", "f.channel = 'MAIL'"))
            .order("due")
            .build();

    @ParameterizedTest
    @CsvSource({
        "'',false",
        "open=yes,false",
        "sort=half,false",
        "written=yes,true",
        "open=yes&written=yes,true",
        "sort=-number,true"
    })
    void choosesAndCountsAmongTheSecondTableOnlyWhereItIsNamed(String query, boolean joined) {
        Statement statement = new Statement(Asked.of(SPEC, query).state(), Language.ZH);
        assertThat(statement.count(10).sql().contains("face f")).isEqualTo(joined);
        String rows = statement.segment(true, null, false, 10).sql();
        assertThat(rows).contains("from work w join face f on f.id = w.id join names n");
        assertThat(rows.split("join face f", -1)).hasSize(joined ? 3 : 2);
        assertThat(rows.split("join names n", -1)).hasSize(2);
    }
}
