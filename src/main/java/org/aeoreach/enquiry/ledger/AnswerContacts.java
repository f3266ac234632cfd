package org.aeoreach.enquiry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aeoreach.enquiry.EnquiryChannel;
import org.aeoreach.outreach.Contact;
import org.aeoreach.outreach.Direction;
import org.aeoreach.outreach.Strength;
import org.aeoreach.outreach.TouchpointWriter;
import org.aeoreach.outreach.task.Owners;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.jspecify.annotations.Nullable;

/** Notes answers that have gone out. */
@ApplicationScoped
class AnswerContacts {

    // What is being taken back is held by who takes it back. An asker with an account reads the answer in the portal,
    // whatever became of the letter.
    private static final String NEXT = "select c.message_id from enquiry_contact c"
            + " join enquiry_message m on m.id = c.message_id left join mail l on l.id = m.mail_id"
            + " where c.unit_id = ?1 and c.account_id = ?2 and c.noted_at is null and m.undone_at is null"
            + " and m.goes_at <= now() and (l.id is null or l.status in ('SENT', 'DEAD'))"
            + " order by c.message_id limit 1 for update of c skip locked";
    private static final String ANSWER = "select e.number, e.subject, e.channel, coalesce(l.sent_at, m.goes_at), p.id,"
            + " c.id, l.id is null or l.status = 'SENT' or e.account_id is not null from enquiry_message m"
            + " join enquiry e on e.id = m.enquiry_id left join mail l on l.id = m.mail_id"
            + " left join enterprise p on p.id = e.enterprise_id and p.merged_into is null"
            + " and p.org_path >= nullif(current_setting('app.write_lo', true), '')"
            + " and p.org_path < current_setting('app.write_hi', true)"
            + " left join contact_person c on c.id = e.person_id and c.enterprise_id = p.id and c.erased_at is null"
            + " where m.id = ?1";
    private static final String NOTED = "update enquiry_contact set noted_at = now(),"
            + " touchpoint_id = cast(?2 as bigint) where message_id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private TouchpointWriter touchpoints;

    @Inject
    private Owners officers;

    /** @param enterprise null when the asker speaks for none the viewer may write about */
    private record Answer(
            String number,
            String subject,
            EnquiryChannel channel,
            Instant at,
            @Nullable Long enterprise,
            @Nullable Long person,
            boolean reached) {

        static Answer of(Rows.Row row) {
            return new Answer(
                    row.text(0),
                    row.text(1),
                    EnquiryChannel.valueOf(row.text(2)),
                    row.instant(3),
                    row.idOrNull(4),
                    row.idOrNull(5),
                    row.flag(6));
        }
    }

    /** Notes the oldest of an officer's answers given for a unit. @return whether there was one */
    @Transactional
    public boolean next(long unit, long author) {
        Optional<Long> message = Rows.one(bound.query(NEXT, unit, author), row -> row.id(0));
        message.ifPresent(id -> note(id, author));
        return message.isPresent();
    }

    private void note(long message, long author) {
        @Nullable
        Long touchpoint = Rows.one(bound.query(ANSWER, message), Answer::of)
                .filter(answer -> answer.reached() && answer.enterprise() != null)
                .map(answer -> touchpoints.insert(contact(answer, author), "enquiry"))
                .orElse(null);
        bound.query(NOTED, message, touchpoint).executeUpdate();
    }

    private Contact contact(Answer answer, long author) {
        ZonedDateTime at = answer.at().atZone(Time.ZONE).truncatedTo(ChronoUnit.MINUTES);
        return new Contact(
                at.toLocalDate(),
                at.toLocalTime(),
                answer.channel().contact(),
                Direction.OUT,
                Strength.ONE_TO_ONE,
                answer.enterprise() == null ? Set.of() : Set.of(answer.enterprise()),
                Set.of(),
                officers.find(author).map(found -> Set.of(found.id())).orElse(Set.of()),
                answer.person() == null ? Set.of() : Set.of(answer.person()),
                null,
                List.of(),
                answer.number() + " " + answer.subject(),
                null,
                null,
                true,
                true,
                List.of());
    }
}
