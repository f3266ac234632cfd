package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Arrival;
import org.aeoreach.enquiry.Arrived;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.NewEnquiry;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.platform.Bound;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Makes a question that came together with another an enquiry of its own, of the same asker at the same unit. */
@ApplicationScoped
public class Split {

    private static final String LINK = "insert into enquiry_link (enquiry_id, other_id, relation, account_id)"
            + " values (?1, ?2, 'SPLIT_FROM', ?3)";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Arrival arrival;

    @Inject
    private Events events;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** The other question. @param body the asker's words that belong to it */
    public record Part(
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 20000) String body) {}

    /**
     * @return number of the new enquiry
     * @throws org.aeoreach.platform.Problem 404, 403, 412 as {@link Enquiries#turn}; 400 at {@code subject}
     */
    @Transactional
    public long split(long id, long version, Part part) {
        EnquiryView enquiry = enquiries.turn(id, version);
        String subject = HeaderText.of("subject", part.subject().strip()).text();
        EnquiryView.EnterpriseOf enterprise = enquiry.enterprise();
        @Nullable Long of = enterprise == null ? null : enterprise.id();
        Arrived made =
                arrival.take(NewEnquiry.of(enquiry.channel(), enquiry.language(), subject, part.body(), enquiry.asker())
                        .withEnterprise(of, enquiry.forColleagues())
                        .withUnit(enquiry.unit().id(), null)
                        .withTopic(enquiry.work().topic(), enquiry.work().priority()));
        bound.query(LINK, made.id(), id, viewer.require().accountId()).executeUpdate();
        events.note(id, "SPLIT", Map.of("other", made.number()));
        audit.record("desk.split", Hands.subject(enquiry), Changes.none().with("other", made.number()));
        return made.id();
    }
}
