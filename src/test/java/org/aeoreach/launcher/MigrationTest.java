package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("db")
class MigrationTest {

    /** The number of the transaction that made it stands in each row, so also in that of a column. */
    @Test
    void whatAMigrationMakesAndThatItRanIsOneTransaction() throws Exception {
        assertThat(Rows.all("select h.xmin::text as ran, a.xmin::text as made from schema_history h, pg_attribute a"
                        + " where h.description = 'audit' and a.attrelid = 'audit_chain'::regclass and a.attnum = 1"))
                .singleElement()
                .satisfies(row -> assertThat(row.text("ran")).isEqualTo(row.text("made")));
    }
}
