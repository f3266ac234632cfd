package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** Who of the unit whose turn it is has an enquiry in hand, and in which pile it lies. */
@ApplicationScoped
public class Hands {

    /** Of one enquiry. */
    public static final int MOST_TAGS = 20;

    private static final int LONGEST_TAG = 40;

    private static final String GIVE = "update enquiry_work set officer_id = cast(?2 as bigint), status = case"
            + " when status = 'NEW' and cast(?2 as bigint) is not null then 'OPEN' else status end,"
            + " changed_at = now(), version = version + 1 where enquiry_id = ?1";
    private static final String FREE = "select officer_id is null from enquiry_work where enquiry_id = ?1 for update";
    private static final String SORT =
            "update enquiry_work set priority = ?2, topic = cast(?3 as text), topic_suggested = false, audience ="
                    + " cast(?4 as text), tags = coalesce(string_to_array(nullif(?5, ''), ','), '{}'), changed_at = now(),"
                    + " version = version + 1 where enquiry_id = ?1";

    @Inject
    private Enquiries enquiries;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Speaking speaking;

    @Inject
    private Clocks clocks;

    @Inject
    private Events events;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** To whom it goes. */
    public record Assignment(
            @NotNull Long officerId,
            @Nullable @Size(max = 300) String reason) {}

    /**
     * In which pile it lies.
     *
     * @param priority 1 urgent, 2 normal, 3 low
     * @param topic code of a subject of the library, or null
     * @param tags words of the unit's own, apart by commas or line ends
     * @param enterpriseId for which the asker speaks, or null
     */
    public record Sorting(
            @NotNull @Min(1) @Max(3) Integer priority,
            @Nullable @Size(max = 80) String topic,

            @Nullable @Pattern(regexp = "ALL|PROSPECTIVE|AEO")
            String audience,

            @Nullable @Size(max = 900) String tags,
            @Nullable Long enterpriseId) {}

    /**
     * The viewer takes it; one that is his already stays so.
     *
     * @throws Problem 404, 403 while it is not his unit's turn, 409 when a colleague was quicker or it is closed
     */
    @Transactional
    public EnquiryView take(long id) {
        EnquiryView seen = mine(id);
        long me = viewer.require().accountId();
        // The row is held by who comes first; who waited for it sees here whose it is now.
        boolean free = Rows.one(bound.query(FREE, id), row -> row.flag(0)).orElseThrow(Problem::forbidden);
        if (!free) {
            EnquiryView now = enquiries.get(id);
            if (Objects.requireNonNull(now.work().officer()).id() != me) {
                throw new Problem(409, "desk.problem.taken", name(now.work().officer()));
            }
            return now;
        }
        give(seen, me, "TAKEN", null);
        return enquiries.get(id);
    }

    /** It lies in the queue of the unit again. @throws Problem 409 when nobody has it */
    @Transactional
    public EnquiryView release(long id, long version) {
        EnquiryView seen = open(enquiries.turn(id, version));
        if (seen.work().officer() == null) {
            throw new Problem(409, "desk.problem.not-taken");
        }
        give(seen, null, "RELEASED", null);
        return enquiries.get(id);
    }

    /** @throws Problem 400 at {@code officerId} when he does not act in the unit whose turn it is */
    @Transactional
    public EnquiryView assign(long id, long version, Assignment to) {
        EnquiryView seen = open(enquiries.turn(id, version));
        boolean there = colleagues.of(seen.work().desk().path()).stream().anyMatch(each -> each.id() == to.officerId());
        if (!there) {
            throw Problem.invalid("officerId", "desk.invalid.officer");
        }
        give(seen, to.officerId(), "ASSIGNED", to.reason());
        return enquiries.get(id);
    }

    /** @throws Problem 400 at {@code topic}, {@code tags} or {@code enterpriseId} */
    @Transactional
    public EnquiryView sort(long id, long version, Sorting wanted) {
        EnquiryView seen = enquiries.turn(id, version);
        String topic = topic(wanted.topic());
        List<String> tags = tags(wanted.tags());
        bound.query(SORT, id, wanted.priority(), topic, wanted.audience(), String.join(",", tags))
                .executeUpdate();
        speaking.change(seen, wanted.enterpriseId());
        // A tag alone leaves the clocks with the targets they began with.
        if (wanted.priority() != seen.work().priority()
                || !Objects.equals(topic, seen.work().topic())) {
            clocks.retarget(id);
        }
        events.note(id, "SORTED", Map.of("priority", wanted.priority()));
        EnquiryView now = enquiries.get(id);
        audit.record(
                "desk.sort",
                subject(seen),
                Changes.none()
                        .with("priority", seen.work().priority(), wanted.priority())
                        .with("topic", seen.work().topic(), topic)
                        .with("enterprise", Speaking.of(seen), Speaking.of(now))
                        .with("audience", seen.work().audience(), wanted.audience())
                        .with("tags", String.join(",", seen.work().tags()), String.join(",", tags)));
        return now;
    }

    static AuditTrail.Subject subject(EnquiryView enquiry) {
        return new AuditTrail.Subject("enquiry", enquiry.id(), enquiry.unit().path());
    }

    /** Words of a unit's own, each once. @throws Problem 400 at {@code tags} when there are too many or one is too long */
    public static List<String> tags(@Nullable String typed) {
        List<String> tags = Arrays.stream(Objects.requireNonNullElse(typed, "").split("[,，、;；\\n]", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
            throw Problem.invalid("tags", "desk.invalid.tags", MOST_TAGS, LONGEST_TAG);
        }
        return tags;
    }

    private EnquiryView mine(long id) {
        EnquiryView seen = enquiries.get(id);
        if (!viewer.require().role().mayWrite()
                || !viewer.require().covers(seen.work().desk().path())) {
            throw Problem.forbidden();
        }
        return open(seen);
    }

    private static EnquiryView open(EnquiryView seen) {
        if (seen.work().status() == EnquiryStatus.CLOSED) {
            throw new Problem(409, "desk.problem.closed");
        }
        return seen;
    }

    private void give(EnquiryView seen, @Nullable Long officer, String event, @Nullable String reason) {
        bound.query(GIVE, seen.id(), officer).executeUpdate();
        events.note(seen.id(), event, officer == null ? Map.of() : Map.of("officer", officer));
        audit.record(
                "desk.give",
                subject(seen),
                Changes.none()
                        .with(
                                "officer",
                                seen.work().officer() == null
                                        ? null
                                        : seen.work().officer().id(),
                                officer)
                        .with("reason", reason));
    }

    private String name(EnquiryView.Officer officer) {
        String zh = officer.zh();
        return zh == null ? "" : viewer.require().settings().language().pick(zh, officer.en());
    }

    private @Nullable String topic(@Nullable String code) {
        if (code == null) {
            return null;
        }
        if (bound.query("select 1 from library_topic where code = ?1", code)
                .getResultList()
                .isEmpty()) {
            throw Problem.invalid("topic", "desk.invalid.topic");
        }
        return code;
    }
}
