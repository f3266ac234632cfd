package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.enterprise.duplicate.Candidates;
import org.aeoreach.enterprise.duplicate.CodeTaken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Who has a number already. */
@ApplicationScoped
class Duplicates {

    @Inject
    private Bound bound;

    @Inject
    private Candidates candidates;

    /** @param row the one with the number; @param id the enterprise, another one when the row was merged into it */
    private record Holder(long row, long id) {}

    /** The enterprise with a number, when the viewer sees it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Long> visible(String code) {
        return holder(code).map(Holder::id);
    }

    private Optional<Holder> holder(String code) {
        return Rows.one(
                bound.query(
                        "select e.id, k.id as kept from enterprise e"
                                + " join enterprise k on k.id = coalesce(e.merged_into, e.id)"
                                + " where e.uscc = ? or e.customs_code = ? order by e.id",
                        code,
                        code),
                row -> new Holder(row.id(0), row.id(1)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean anywhere(String code) {
        return Boolean.TRUE.equals(
                bound.query("select code_registered(?)", code).getSingleResult());
    }

    /** @throws Problem 400 at the field when another enterprise has the number */
    @Transactional(Transactional.TxType.MANDATORY)
    void refuse(String field, @Nullable String code, long except) {
        if (code == null) {
            return;
        }
        Optional<Holder> holder = holder(code);
        if (holder.isPresent() && holder.get().row() != except) {
            throw candidates
                    .withId(holder.get().id())
                    .<Problem>map(known -> new CodeTaken(field, known))
                    .orElseGet(Problem::notFound);
        }
        if (holder.isEmpty() && anywhere(code)) {
            throw Problem.invalid(field, "enterprise.invalid.code-elsewhere");
        }
    }
}
