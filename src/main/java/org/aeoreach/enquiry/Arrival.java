package org.aeoreach.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.ask.TopicSuggestions;
import org.aeoreach.enquiry.clock.Clocks;
import org.aeoreach.enquiry.routing.Place;
import org.aeoreach.enquiry.routing.Routing;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitScope;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Takes questions in, whatever the channel: each becomes an enquiry with its thread, its work and running clocks. */
@ApplicationScoped
public class Arrival {

    private static final String ADD = "insert into enquiry (number, unit_id, org_path, enterprise_id, enterprise_unit,"
            + " enterprise_path, person_id, account_id, asker_name, asker_mail, asker_phone, language, channel, subject,"
            + " for_colleagues) values (coalesce(cast(?1 as text), enquiry_number()), ?2, ?3, cast(?4 as bigint),"
            + " cast(?5 as bigint), cast(?6 as text), cast(?7 as bigint), cast(?8 as bigint), ?9, cast(?10 as text),"
            + " cast(?11 as text), ?12, ?13, ?14, ?15) returning id, number";
    private static final String WORK = "insert into enquiry_work (enquiry_id, org_path, unit_id, desk_id, desk_path,"
            + " level, status, officer_id, coordinator_id, priority, topic, audience, topic_suggested, last_in_at) values (?1, ?2, ?3,"
            + " ?3, ?2, ?4, case when cast(?5 as bigint) is null then 'NEW' else 'OPEN' end, cast(?5 as bigint),"
            + " cast(?6 as bigint), ?7, cast(?8 as text), cast(?9 as text), ?10, now())";

    @Inject
    private TopicSuggestions topics;

    @Inject
    private Routing routing;

    @Inject
    private Thread thread;

    @Inject
    private Events events;

    @Inject
    private Clocks clocks;

    @Inject
    private UnitScope scope;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private AuditTrail audit;

    @Inject
    private Bound bound;

    private record Head(long id, String number) {}

    /**
     * Routes the question, starts its clocks and puts it into its unit's books. What an asker wrote himself gets the topic
     * it clearly is about, marked as suggested.
     *
     * @throws org.aeoreach.platform.Problem 400 at the field when neither a unit nor an enterprise tells where it goes
     */
    @Transactional
    public Arrived take(NewEnquiry question) {
        // Before routing, which may hold the turn of a unit until the end.
        String suggested = suggested(question);
        NewEnquiry sorted = suggested == null ? question : question.withTopic(suggested, question.priority());
        Place place = routing.of(sorted);
        Arrived arrived = scope.run(place.orgPath(), () -> enter(sorted, place, suggested != null));
        audit.record(
                "enquiry.take-in",
                new AuditTrail.Subject("enquiry", arrived.id(), place.orgPath()),
                Changes.none()
                        .with("number", arrived.number())
                        .with("channel", question.channel())
                        .with("enterprise", question.enterpriseId()));
        return arrived;
    }

    private @Nullable String suggested(NewEnquiry question) {
        boolean own = question.channel() == EnquiryChannel.PORTAL || question.channel() == EnquiryChannel.MAIL;
        return own && question.topic() == null
                ? topics.clear(question.subject(), question.body(), question.language(), question.unitId())
                        .orElse(null)
                : null;
    }

    private Arrived enter(NewEnquiry question, Place place, boolean suggested) {
        Head head = head(question, place);
        bound.query(
                        WORK,
                        head.id(),
                        place.orgPath(),
                        place.unitId(),
                        place.level(),
                        place.officerId(),
                        place.coordinatorId(),
                        question.priority(),
                        question.topic(),
                        place.audience(),
                        suggested)
                .executeUpdate();
        long message = thread.add(
                head.id(),
                new NewMessage(
                        MessageKind.QUESTION,
                        question.language(),
                        question.body(),
                        viewer.get().map(Viewer::accountId).orElse(null),
                        null,
                        question.mail(),
                        question.files()));
        events.note(head.id(), "ARRIVED", facts(question, place));
        clocks.start(head.id());
        return new Arrived(head.id(), head.number(), message, place.orgPath(), question.language());
    }

    private Head head(NewEnquiry question, Place place) {
        EnquiryView.Asker asker = question.asker();
        Place.Enterprise enterprise = place.enterprise();
        return Rows.one(
                        bound.query(
                                ADD,
                                question.number(),
                                place.unitId(),
                                place.orgPath(),
                                enterprise == null ? null : enterprise.id(),
                                enterprise == null ? null : enterprise.unitId(),
                                enterprise == null ? null : enterprise.path(),
                                asker.personId(),
                                asker.accountId(),
                                asker.name(),
                                asker.mail(),
                                asker.phone(),
                                question.language().code(),
                                question.channel(),
                                question.subject(),
                                question.forColleagues()),
                        row -> new Head(row.id(0), row.text(1)))
                .orElseThrow();
    }

    private static Map<String, ?> facts(NewEnquiry question, Place place) {
        Map<String, Object> facts = new HashMap<>(Map.of("channel", question.channel(), "by", place.why()));
        if (place.officerId() != null) {
            facts.put("officer", Objects.requireNonNull(place.officerId()));
        }
        if (question.relatedTo() != null) {
            facts.put("related", Objects.requireNonNull(question.relatedTo()));
        }
        return facts;
    }
}
