package org.aeoreach.enquiry.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.aeoreach.enquiry.answer.TakeBack;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;

/** Answers the viewer sent together. */
@ApplicationScoped
public class SentBatches {

    private static final String OF = "select m.id, m.enquiry_id, e.number, e.subject, e.asker_name, m.language, m.body,"
            + " m.goes_at, m.undone_at is not null from enquiry_message m join enquiry e on e.id = m.enquiry_id"
            + " where m.batch = ?1 and m.account_id = ?2 order by e.id";

    @Inject
    private TakeBack takeBack;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** One of them. @param language of its asker */
    public record Sent(
            long messageId,
            long enquiryId,
            String number,
            String subject,
            String asker,
            String language,
            String body,
            Instant goesAt,
            boolean undone) {}

    /** @throws Problem 404 when he sent none under this number */
    @Transactional
    public List<Sent> of(long batch) {
        List<Sent> sent = Rows.list(bound.query(OF, batch, viewer.require().accountId()), SentBatches::sent);
        if (sent.isEmpty()) {
            throw Problem.notFound();
        }
        return sent;
    }

    /** Takes back all that were not taken back before. @throws Problem 404 as above, 409 when they have gone out */
    @Transactional
    public void undo(long batch) {
        List<Sent> left = of(batch).stream()
                .filter(each -> !each.undone() && each.goesAt().isAfter(clock.instant()))
                .toList();
        if (left.isEmpty()) {
            throw new Problem(409, "desk.problem.gone");
        }
        left.forEach(each -> takeBack.undo(each.enquiryId(), each.messageId()));
    }

    private static Sent sent(Rows.Row row) {
        return new Sent(
                row.id(0),
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.instant(7),
                row.flag(8));
    }
}
