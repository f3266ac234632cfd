package org.aeoreach.enquiry.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.aeoreach.platform.Bound;

/** Brings the dates of an enquiry in line with its thread, whatever was added to it or taken back. */
@ApplicationScoped
class Standing {

    private static final String DATES = "update enquiry e set first_answered_at = m.first, answered_at = m.last"
            + " from (select min(goes_at) as first, max(goes_at) as last from enquiry_message where enquiry_id = ?1"
            + " and kind = 'ANSWER' and undone_at is null) m where e.id = ?1";
    private static final String WAITS =
            "update enquiry_work w set last_in_at = (select min(m.at) from enquiry_message m"
                    + " where m.enquiry_id = ?1 and m.kind in ('QUESTION', 'SUPPLEMENT') and m.id > coalesce((select max(a.id)"
                    + " from enquiry_message a where a.enquiry_id = ?1 and a.kind in ('ANSWER', 'REQUEST')"
                    + " and a.undone_at is null), 0)), changed_at = now(), version = w.version + 1 where w.enquiry_id = ?1";

    @Inject
    private Bound bound;

    /** Counts the version of the work up. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refresh(long enquiry) {
        bound.query(DATES, enquiry).executeUpdate();
        bound.query(WAITS, enquiry).executeUpdate();
    }
}
