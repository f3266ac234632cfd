package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Puts letters into the outbox and a row beside each. Each address gets one: who has the address of somebody who got one
 * already has a row that says with whom he shares it, and goes the way of that letter.
 */
@ApplicationScoped
class LetterRows {

    private static final String TAKEN = "select l.address_key, l.id, l.mail_id from campaign_mailing_letter l"
            + " where l.mailing_id = ? and l.shared_with is null and l.status in ('WRITTEN', 'SENT', 'FAILED')"
            + " and l.address_key = any (string_to_array(?, ','))";
    private static final String NEW =
            "insert into campaign_mailing_letter (status, reason, audience, mail_id, address_key, shared_with, mailing_id,"
                    + " enterprise_id, person_id) values (?, cast(? as text), ?, cast(? as bigint), cast(? as text),"
                    + " cast(? as bigint), ?, ?, cast(? as bigint)) returning id";
    private static final String AGAIN =
            "update campaign_mailing_letter set status = ?, reason = cast(? as text), audience = ?,"
                    + " mail_id = cast(? as bigint), address_key = cast(? as text), shared_with = cast(? as bigint),"
                    + " written_at = now() where mailing_id = ? and enterprise_id = ? and person_id = cast(? as bigint)"
                    + " returning id";

    private Bound bound;
    private Outbox outbox;

    @SuppressWarnings("NullAway.Init")
    LetterRows() {}

    @Inject
    LetterRows(Bound bound, Outbox outbox) {
        this.bound = bound;
        this.outbox = outbox;
    }

    /** What became of somebody. @param first the letter to his address, where that is another's */
    private record Fate(
            String status,
            @Nullable String reason,
            @Nullable Long mail,
            @Nullable Long first) {}

    /** A letter that went to an address, and its mail. */
    private record First(long letter, @Nullable Long mail) {}

    /** Writes to them, in their order. @param again whether each has a row, of a letter taken back */
    @Transactional
    public void write(MailingView mailing, List<Addressee> people, boolean again) {
        Map<String, First> taken = taken(mailing, people);
        List<Addressee> told = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        List<Addressee> sharing = new ArrayList<>();
        for (Addressee person : people) {
            Optional<MailingText> text = mailing.text(person.audience());
            if (text.isEmpty()) {
                put(mailing, person, again, new Fate("LEFT_OUT", "AUDIENCE", null, null));
            } else if (taken.putIfAbsent(person.key(), new First(0, null)) == null) {
                told.add(person);
                letters.add(person.letter(mailing, text.get()));
            } else {
                sharing.add(person);
            }
        }
        List<Long> mails = outbox.sendNumbered(letters);
        for (int i = 0; i < told.size(); i++) {
            Long mail = mails.get(i);
            long letter = put(mailing, told.get(i), again, new Fate("WRITTEN", null, mail, null));
            taken.put(told.get(i).key(), new First(letter, mail));
        }
        for (Addressee person : sharing) {
            First first = Objects.requireNonNull(taken.get(person.key()));
            put(mailing, person, again, new Fate("WRITTEN", null, first.mail(), first.letter()));
        }
    }

    private Map<String, First> taken(MailingView mailing, List<Addressee> people) {
        Map<String, First> taken = new HashMap<>();
        List<String> keys = people.stream().map(Addressee::key).distinct().toList();
        Rows.list(bound.query(TAKEN, mailing.id(), keys), row -> row)
                .forEach(row -> taken.put(row.text(0), new First(row.id(1), row.idOrNull(2))));
        return taken;
    }

    private long put(MailingView mailing, Addressee person, boolean again, Fate fate) {
        Number id = (Number) bound.query(
                        again ? AGAIN : NEW,
                        fate.status(),
                        fate.reason(),
                        person.audience(),
                        text(fate.mail()),
                        fate.reason() == null ? person.key() : null,
                        text(fate.first()),
                        mailing.id(),
                        person.enterprise(),
                        text(person.person()))
                .getSingleResult();
        return id.longValue();
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : Long.toString(number);
    }
}
