package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** What must be true of the database after any fault: nothing is half done, and the audit chains are whole. */
final class Invariants {

    // Demo data stands in for nobody so late; these are the ones the tests arranged.
    private static final String OURS = " s.first_day >= date '2030-01-01' ";
    private static final String ENTRIES = "(select count(*) from aeo.audit_entry e"
            + " where e.record_type = 'substitution' and e.record_id = s.id::text"
            + " and e.action = 'organization.arrange-substitution')";

    private static final Map<String, String> NONE_OF_THESE = Map.of(
            "substitutions without exactly one audit entry",
            "select count(*) from aeo.substitution s where" + OURS + "and " + ENTRIES + " <> 1",
            "audit entries of substitutions that do not exist",
            "select count(*) from aeo.audit_entry e where e.action = 'organization.arrange-substitution'"
                    + " and not exists (select from aeo.substitution s where s.id::text = e.record_id)",
            "answers kept without what they answer",
            "select count(*) from aeo.idempotency_record where status is null or body is null or location is null",
            "kept answers that name no substitution",
            "select count(*) from aeo.idempotency_record r where not exists (select from aeo.substitution s"
                    + " where r.location = '/api/v1/substitutions/' || s.id)",
            "substitutions nobody has an answer for",
            "select count(*) from aeo.substitution s where" + OURS + "and not exists"
                    + " (select from aeo.idempotency_record r where r.location = '/api/v1/substitutions/' || s.id)",
            "days arranged twice",
            "select count(*) from (select from aeo.substitution s where" + OURS
                    + "group by s.first_day having count(*) > 1) d",
            "letters more or fewer than substitutions",
            "select abs((select count(*) from aeo.substitution s where" + OURS + ")"
                    + " - (select count(*) from aeo.mail where template = 'organization-substitution'))",
            "renamings without exactly one audit entry",
            "select count(*) from aeo.unit u where (select count(*) from aeo.unit_name n where n.unit_id = u.id) - 1 <>"
                    + " (select count(*) from aeo.audit_entry e where e.record_type = 'unit'"
                    + " and e.record_id = u.id::text and e.action = 'organization.rename-unit')",
            "breaks of the audit chains",
            "select count(*) from generate_series(0, 63) n, lateral aeo.audit_breaks(n::smallint)");

    private Invariants() {}

    static void requireAll(Store store) {
        assertThat(store.number("select count(*) from aeo.audit_entry")).isPositive();
        SoftAssertions all = new SoftAssertions();
        NONE_OF_THESE.forEach(
                (what, count) -> all.assertThat(store.number(count)).as(what).isZero());
        all.assertAll();
    }
}
