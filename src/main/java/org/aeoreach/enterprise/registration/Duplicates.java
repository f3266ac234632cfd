package org.aeoreach.enterprise.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.aeoreach.enterprise.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Who has a number already. */
@ApplicationScoped
class Duplicates {

    @Inject
    private Bound bound;

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Long> visible(String code) {
        return Rows.one(
                bound.query("select id from enterprise where uscc = ? or customs_code = ?", code, code),
                row -> row.id(0));
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
        Optional<Long> mine = visible(code);
        if (mine.isPresent() && mine.get() != except) {
            throw Problem.invalid(
                    field, "enterprise.invalid.code-here", mine.get().toString());
        }
        if (mine.isEmpty() && anywhere(code)) {
            throw Problem.invalid(field, "enterprise.invalid.code-elsewhere");
        }
    }
}
