package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.answer.Answers;
import org.aeoreach.enquiry.answer.Followers;
import org.aeoreach.enquiry.passing.Authorities;
import org.aeoreach.enquiry.passing.Interim;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;

/**
 * Enquiries that have to do with each other. One merged into another keeps its own thread and asker; what is answered
 * there is repeated here. Notes stay where they are.
 */
@ApplicationScoped
public class Together {

    private static final String OF = "select e.id, e.number, e.subject, w.status, r.relation from (select o.id,"
            + " 'LEADS' as relation from enquiry i join enquiry o on o.id = i.merged_into where i.id = ?1"
            + " union all select id, 'FOLLOWS' from enquiry where merged_into = ?1"
            + " union all select other_id, relation from enquiry_link where enquiry_id = ?1"
            + " union all select enquiry_id, case relation when 'SPLIT_FROM' then 'SPLIT_INTO' else relation end"
            + " from enquiry_link where other_id = ?1) r join enquiry e on e.id = r.id"
            + " join enquiry_work w on w.enquiry_id = e.id order by r.relation, e.id";
    private static final String NUMBERED =
            "select e.id from enquiry e join enquiry_work w on w.enquiry_id = e.id where e.number = ?1";
    // One merger after the other, so that none leads and follows; whoever answers the leading one has done or waits.
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('enquiry.merge'))";
    private static final String HOLD = "select 1 from enquiry_clock_facts(?1)";
    private static final String MERGE = "update enquiry set merged_into = cast(?2 as bigint) where id = ?1";
    private static final String SERVED = "select 1 from enquiry_message m join enquiry_work w using (enquiry_id)"
            + " where m.enquiry_id = ?1 and m.serves is not null and m.undone_at is null"
            + " and w.status in ('ANSWERED', 'CLOSED')";
    private static final String FOLLOWED = "select 1 from enquiry where merged_into = ?1";
    private static final String LINK = "insert into enquiry_link (enquiry_id, other_id, relation, account_id)"
            + " values (?1, ?2, ?3, ?4) on conflict do nothing";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Answers answers;

    @Inject
    private Followers followers;

    @Inject
    private Authorities authorities;

    @Inject
    private Interim interim;

    @Inject
    private Events events;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /**
     * Another enquiry, by its number.
     *
     * @param number such as 2026-0001234
     */
    public record Named(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9]{4}-[0-9]{1,12}", message = "{desk.invalid.number}")
            String number) {}

    /** @param relation LEADS, FOLLOWS, RELATED, SPLIT_FROM or SPLIT_INTO */
    public record Other(long id, String number, String subject, EnquiryStatus status, String relation) {}

    /** Those the viewer may see. */
    @Transactional
    public List<Other> of(long id) {
        return Rows.list(
                bound.query(OF, id),
                row -> new Other(row.id(0), row.text(1), row.text(2), EnquiryStatus.valueOf(row.text(3)), row.text(4)));
    }

    /**
     * From now on the answer to the other serves this one too; one that is there already is given at once, and can be taken
     * back as any.
     *
     * @throws Problem 400 at {@code number} when there is no such enquiry for the viewer, it is this one, it serves
     *     another itself, is closed, its asker reads another language, or its topic needs less authority than that of
     *     this one; 409 when this one is answered or others follow it
     */
    @Transactional
    public EnquiryView merge(long id, long version, Named into) {
        bound.query(ALONE).getSingleResult();
        EnquiryView enquiry = enquiries.turn(id, version);
        EnquiryView leading = named(id, into);
        bound.query(HOLD, leading.id()).getResultList();
        leading = enquiries.get(leading.id());
        if (leading.mergedInto() != null || leading.work().status() == EnquiryStatus.CLOSED) {
            throw Problem.invalid("number", "desk.invalid.leading");
        }
        if (leading.language() != enquiry.language()) {
            throw Problem.invalid("number", "desk.invalid.leading-language");
        }
        if (enquiry.mergedInto() != null || enquiry.answeredAt() != null || is(FOLLOWED, id)) {
            throw new Problem(409, "desk.problem.not-mergeable");
        }
        if (!authorities
                .needed(leading.work().topic())
                .covers(authorities.needed(enquiry.work().topic()))) {
            throw Problem.invalid("number", "desk.invalid.leading-authority");
        }
        bound.query(MERGE, id, leading.id()).executeUpdate();
        changed(enquiry, "MERGED", "desk.merge", leading.number());
        events.note(leading.id(), "FOLLOWED", Map.of("other", enquiry.number()));
        interim.tellMerged(enquiry, leading);
        followers.catchUp(leading, enquiry, answers.leaves());
        return enquiries.get(id);
    }

    /** It goes its own way again. @throws Problem 409 when it is not merged or has got the answer already */
    @Transactional
    public EnquiryView part(long id, long version) {
        EnquiryView enquiry = enquiries.turn(id, version);
        if (enquiry.mergedInto() == null || is(SERVED, id)) {
            throw new Problem(409, "desk.problem.not-partable");
        }
        bound.query(MERGE, id, null).executeUpdate();
        changed(enquiry, "PARTED", "desk.part", null);
        return enquiries.get(id);
    }

    /** They have to do with each other. @throws Problem 400 at {@code number} as {@link #merge} */
    @Transactional
    public EnquiryView link(long id, long version, Named other) {
        EnquiryView enquiry = enquiries.turn(id, version);
        EnquiryView found = named(id, other);
        long account = viewer.require().accountId();
        bound.query(LINK, id, found.id(), "RELATED", account).executeUpdate();
        changed(enquiry, "LINKED", "desk.link", found.number());
        return enquiries.get(id);
    }

    private EnquiryView named(long id, Named wanted) {
        Long found = Rows.one(bound.query(NUMBERED, wanted.number()), row -> row.id(0))
                .orElseThrow(() -> Problem.invalid("number", "desk.invalid.number-unknown"));
        if (Objects.equals(found, id)) {
            throw Problem.invalid("number", "desk.invalid.itself");
        }
        return enquiries.get(found);
    }

    private boolean is(String sql, long id) {
        return !bound.query(sql, id).getResultList().isEmpty();
    }

    private void changed(
            EnquiryView enquiry, String event, String action, @org.jspecify.annotations.Nullable String other) {
        bound.query(
                        "update enquiry_work set changed_at = now(), version = version + 1 where enquiry_id = ?1",
                        enquiry.id())
                .executeUpdate();
        events.note(enquiry.id(), event, other == null ? Map.of() : Map.of("other", other));
        audit.record(action, Hands.subject(enquiry), Changes.none().with("other", other));
    }
}
