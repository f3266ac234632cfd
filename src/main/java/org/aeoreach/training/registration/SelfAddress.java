package org.aeoreach.training.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;

/** Where an officer who registers himself gets his letters, as his account has it. */
@ApplicationScoped
class SelfAddress {

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /** An empty text when his account has none. */
    @Transactional
    String mine() {
        return Rows.one(
                        bound.query(
                                "select coalesce(mail, '') from account where id = ?1",
                                viewer.require().accountId()),
                        row -> row.text(0))
                .orElse("");
    }
}
