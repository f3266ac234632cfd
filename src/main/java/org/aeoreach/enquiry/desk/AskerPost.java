package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.enquiry.AskerMail;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.mail.Failures;
import org.aeoreach.mail.Mails;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** What became of the letters to an asker. */
@ApplicationScoped
class AskerPost {

    private static final String LOST = "select m.id, coalesce(l.gave_up, 'TRIED') from enquiry_message m"
            + " join mail l on l.id = m.mail_id where m.enquiry_id = ?1 and m.undone_at is null and l.status = 'DEAD'";

    @Inject
    private Mails mails;

    @Inject
    private Failures failures;

    @Inject
    private Bound bound;

    @Transactional
    public Sheet.Post about(EnquiryView enquiry) {
        Map<Long, String> lost = new HashMap<>();
        Rows.list(bound.query(LOST, enquiry.id()), row -> row).forEach(row -> lost.put(row.id(0), row.text(1)));
        return new Sheet.Post(
                mails.about(AskerMail.page(enquiry.id())),
                lost,
                failures.of(enquiry.asker().mail()));
    }
}
