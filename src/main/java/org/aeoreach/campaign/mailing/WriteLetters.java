package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/**
 * Writes the letters of a mailing, some enterprises at a time, each time in one transaction that holds the mailing: of
 * two workers one waits, and a killed one leaves what it had done. The enterprises are held as well, so that none changes
 * its audience between being read and its letter being seen by who would take it back.
 */
@ApplicationScoped
class WriteLetters {

    /** Letters of one mailing in the outbox; the rest is written when these have left, with the texts due then. */
    static final int ROOM = 1000;

    private static final int CHUNK = 100;

    private static final String HELD = "select e.id from enterprise e where e.id = any"
            + " (cast(string_to_array(?, ',') as bigint[])) order by e.id for share of e skip locked";

    private static final String PEOPLE = "select distinct on (c.enterprise_id, lower(c.mail)) " + Addressee.COLUMNS
            + " from contact_person c join enterprise e on e.id = c.enterprise_id where c.enterprise_id = any"
            + " (cast(string_to_array(?, ',') as bigint[])) and " + Addressee.WILLING
            + " and not exists (select from campaign_mailing_letter l where l.mailing_id = ? and l.person_id = c.id)"
            + " order by c.enterprise_id, lower(c.mail), c.id";

    private Bound bound;
    private Mailings mailings;
    private Outbox outbox;
    private AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    WriteLetters() {}

    @Inject
    WriteLetters(Bound bound, Mailings mailings, Outbox outbox, AuditTrail audit) {
        this.bound = bound;
        this.mailings = mailings;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Sets a mailing that is due going. What is due in a campaign that is over never goes. */
    @Transactional
    public void begin(long id) {
        Optional<MailingView> found = held(id).filter(mailing -> mailing.status() == MailingStatus.APPROVED);
        if (found.isPresent() && !mailings.open(found.get().campaign())) {
            over(id);
        } else if (found.isPresent()) {
            bound.query(
                            "update campaign_mailing set status = 'SENDING', started_at = now(), changed_at = now(),"
                                    + " version = version + 1 where id = ? and coalesce(send_at, now()) <= now()",
                            id)
                    .executeUpdate();
        }
    }

    private void over(long id) {
        bound.query(
                        "update campaign_mailing set status = 'WITHDRAWN', stopped = true, ended_at = now(),"
                                + " changed_at = now(), version = version + 1 where id = ?",
                        id)
                .executeUpdate();
    }

    private Optional<MailingView> held(long id) {
        bound.query("select id from campaign_mailing where id = ? for update", id)
                .getResultList();
        return mailings.find(id);
    }

    /** Writes the next letters. @return whether there may be more to write at once */
    @Transactional
    public boolean some(long id) {
        Optional<MailingView> found = held(id).filter(mailing -> mailing.status() == MailingStatus.SENDING);
        if (found.isEmpty() || waiting(id) >= ROOM) {
            return false;
        }
        MailingView mailing = found.get();
        if (!mailings.open(mailing.campaign())) {
            over(id);
            return false;
        }
        return anew(mailing) || !mailing.written() && round(mailing);
    }

    private long waiting(long id) {
        return ((Number) bound.query("select campaign_mailing_waiting(?)", id).getSingleResult()).longValue();
    }

    /** Letters that were taken back because the audience changed. @return whether there were some */
    private boolean anew(MailingView mailing) {
        bound.query(
                        "update campaign_mailing_letter l set status = 'LEFT_OUT', reason = 'GONE' where l.mailing_id = ?"
                                + " and l.status = 'AGAIN' and not exists (select from enterprise e where e.id = l.enterprise_id"
                                + " and e.org_path >= nullif(current_setting('app.write_lo', true), '')"
                                + " and e.org_path < current_setting('app.write_hi', true))",
                        mailing.id())
                .executeUpdate();
        List<Long> enterprises = ids(
                "select distinct l.enterprise_id from campaign_mailing_letter l where l.mailing_id = ? and l.status = 'AGAIN'"
                        + " order by 1 limit ?",
                mailing.id(),
                CHUNK);
        List<Long> held = enterprises.isEmpty() ? List.of() : ids(HELD, enterprises);
        if (held.isEmpty()) {
            return false;
        }
        List<Rows.Row> gone = Rows.list(
                bound.query(
                        "delete from campaign_mailing_letter where mailing_id = ? and status = 'AGAIN' and enterprise_id ="
                                + " any (cast(string_to_array(?, ',') as bigint[]))"
                                + " returning person_id, enterprise_id, audience",
                        mailing.id(),
                        held),
                row -> row);
        List<Long> people = gone.stream().map(row -> row.id(0)).toList();
        List<Addressee> still = Rows.list(
                bound.query(
                        "select " + Addressee.COLUMNS
                                + " from contact_person c join enterprise e on e.id = c.enterprise_id"
                                + " where c.id = any (cast(string_to_array(?, ',') as bigint[]))"
                                + " and c.enterprise_id = any (cast(string_to_array(?, ',') as bigint[])) and "
                                + Addressee.WILLING + " order by c.id",
                        people,
                        held),
                Addressee::of);
        write(mailing, still);
        Set<Long> found = new HashSet<>(still.stream().map(Addressee::person).toList());
        gone.stream()
                .filter(row -> !found.contains(row.id(0)))
                .forEach(row -> leftOut(mailing, row.id(1), row.id(0), row.text(2), "GONE"));
        return true;
    }

    /** Goes on through those in scope. What somebody else holds at this moment is for another round. */
    private boolean round(MailingView mailing) {
        List<Long> next = ids(
                "select t.enterprise_id from campaign_mailing_target t join campaign_mailing g on g.id = t.mailing_id"
                        + " where t.mailing_id = ? and t.enterprise_id > g.place and t.left_out is distinct from 'EXCLUDED'"
                        + " and not exists (select from campaign_mailing_letter l where l.mailing_id = t.mailing_id"
                        + " and l.enterprise_id = t.enterprise_id) order by t.enterprise_id limit ?",
                mailing.id(),
                CHUNK);
        if (next.isEmpty()) {
            bound.query(
                            "update campaign_mailing set written = not passed_over, place = 0, passed_over = false where id = ?",
                            mailing.id())
                    .executeUpdate();
            return false;
        }
        List<Long> held = ids(HELD, next);
        if (!held.isEmpty()) {
            List<Addressee> people = Rows.list(bound.query(PEOPLE, held, mailing.id()), Addressee::of);
            write(mailing, people);
            unreachable(mailing, held);
        }
        bound.query(
                        "update campaign_mailing set place = ?, passed_over = passed_over or ? where id = ?",
                        next.get(next.size() - 1),
                        held.size() < next.size(),
                        mailing.id())
                .executeUpdate();
        return true;
    }

    /** One row each for those of whom nobody can be written to. */
    private void unreachable(MailingView mailing, List<Long> enterprises) {
        bound.query(
                        "insert into campaign_mailing_letter (mailing_id, enterprise_id, audience, status, reason)"
                                + " select t.mailing_id, t.enterprise_id, t.audience, 'LEFT_OUT', coalesce(t.left_out, 'GONE')"
                                + " from campaign_mailing_target t where t.mailing_id = ? and t.enterprise_id = any"
                                + " (cast(string_to_array(?, ',') as bigint[])) and t.left_out is distinct from 'EXCLUDED'"
                                + " and not exists (select from campaign_mailing_letter l"
                                + " where l.mailing_id = t.mailing_id and l.enterprise_id = t.enterprise_id)",
                        mailing.id(),
                        enterprises)
                .executeUpdate();
    }

    private void write(MailingView mailing, List<Addressee> people) {
        List<Addressee> told = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        for (Addressee person : people) {
            Optional<MailingText> text = mailing.text(person.audience());
            if (text.isPresent()) {
                told.add(person);
                letters.add(person.letter(mailing, text.get()));
            } else {
                leftOut(
                        mailing,
                        person.enterprise(),
                        person.person(),
                        person.audience().name(),
                        "AUDIENCE");
            }
        }
        List<Long> mails = outbox.sendNumbered(letters);
        for (int i = 0; i < told.size(); i++) {
            bound.query(
                            "insert into campaign_mailing_letter (mailing_id, enterprise_id, person_id, audience, status, mail_id)"
                                    + " values (?, ?, ?, ?, 'WRITTEN', ?)",
                            mailing.id(),
                            told.get(i).enterprise(),
                            told.get(i).person(),
                            told.get(i).audience(),
                            mails.get(i))
                    .executeUpdate();
        }
    }

    private void leftOut(MailingView mailing, long enterprise, long person, String audience, String reason) {
        bound.query(
                        "insert into campaign_mailing_letter (mailing_id, enterprise_id, person_id, audience, status, reason)"
                                + " values (?, ?, ?, ?, 'LEFT_OUT', ?)",
                        mailing.id(),
                        enterprise,
                        person,
                        audience,
                        reason)
                .executeUpdate();
    }

    /** Ends a mailing whose letters have all left. */
    @Transactional
    public void finish(long id) {
        Optional<MailingView> found =
                held(id).filter(mailing -> mailing.status() == MailingStatus.SENDING && mailing.written());
        if (found.isEmpty()) {
            return;
        }
        int ended = bound.query(
                        "update campaign_mailing set status = 'SENT', ended_at = now(), changed_at = now(),"
                                + " version = version + 1 where id = ? and not exists (select from campaign_mailing_letter l"
                                + " where l.mailing_id = ? and l.status in ('WRITTEN', 'AGAIN'))",
                        id,
                        id)
                .executeUpdate();
        if (ended > 0) {
            Number letters = (Number) bound.query(
                            "select count(*) from campaign_mailing_letter where mailing_id = ? and status = 'SENT'", id)
                    .getSingleResult();
            audit.record(
                    "mailing.sent",
                    new AuditTrail.Subject("mailing", id, found.get().orgPath()),
                    Changes.none().with("letters", letters.toString()));
        }
    }

    private List<Long> ids(String sql, Object... values) {
        return Rows.list(bound.query(sql, values), row -> row.id(0));
    }
}
