package org.aeoreach.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What row-level security lets people write. */
@Tag("db")
class WritingRulesTest {

    /** Who reads everything, such as an auditor, writes nothing: no policy for writing goes by the range of reading. */
    @Test
    void whoeverReadsARangeDoesNotWriteItForThat() throws SQLException {
        String said = " (coalesce(p.qual, '') || ' ' || coalesce(p.with_check, '')) ";
        assertThat(Rows.number("select count(*) from pg_policies p where p.cmd <> 'SELECT'"))
                .isGreaterThan(30);
        assertThat(Rows.all(
                                "select p.tablename || '.' || p.policyname as name from pg_policies p where p.cmd <> 'SELECT'"
                                        + " and" + said + "~ 'app[.](lo|hi)' and not" + said + "~ 'app[.]write_lo'")
                        .stream()
                        .map(row -> row.text("name")))
                .as("jobs are a person's own, whatever he may write besides")
                .containsExactlyInAnyOrder("job.job_cancel_own", "job.job_add");
    }
}
