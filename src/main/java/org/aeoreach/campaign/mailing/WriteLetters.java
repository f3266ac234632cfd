package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
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

    private static final String PEOPLE = "select " + Addressee.COLUMNS
            + " from contact_person c join enterprise e on e.id = c.enterprise_id where c.enterprise_id = any"
            + " (cast(string_to_array(?, ',') as bigint[])) and " + Addressee.WILLING
            + " and not exists (select from campaign_mailing_letter l where l.mailing_id = ? and l.person_id = c.id)"
            + " and campaign_mailing_bar(?, c.enterprise_id) is null"
            + " order by c.enterprise_id, c.id";

    // Of those whose letter was taken back, who may not be written to any more and why.
    private static final String NO_MORE = "update campaign_mailing_letter l set status = 'LEFT_OUT', reason = x.reason"
            + " from (select a.id, coalesce(campaign_mailing_bar(a.mailing_id, a.enterprise_id),"
            + " case when c.id is null or c.ended_at is not null or c.erased_at is not null then 'GONE'"
            + " when not mail_can_go(c.mail) then 'NO_MAIL' else 'OBJECTS' end) as reason from campaign_mailing_letter a"
            + " left join contact_person c on c.id = a.person_id and c.enterprise_id = a.enterprise_id"
            + " where a.mailing_id = ? and a.status = 'AGAIN' and a.enterprise_id = any"
            + " (cast(string_to_array(?, ',') as bigint[])) and ((" + Addressee.WILLING
            + ") is not true or campaign_mailing_bar(a.mailing_id, a.enterprise_id) is not null)) x where l.id = x.id";
    private static final String AGAIN = "select " + Addressee.COLUMNS + " from campaign_mailing_letter l"
            + " join contact_person c on c.id = l.person_id and c.enterprise_id = l.enterprise_id"
            + " join enterprise e on e.id = c.enterprise_id where l.mailing_id = ? and l.status = 'AGAIN'"
            + " and l.enterprise_id = any (cast(string_to_array(?, ',') as bigint[])) order by l.enterprise_id, c.id";

    private Bound bound;
    private Mailings mailings;
    private MailingTargets targets;
    private LetterRows rows;
    private AuditTrail audit;

    @SuppressWarnings("NullAway.Init")
    WriteLetters() {}

    @Inject
    WriteLetters(Bound bound, Mailings mailings, MailingTargets targets, LetterRows rows, AuditTrail audit) {
        this.bound = bound;
        this.mailings = mailings;
        this.targets = targets;
        this.rows = rows;
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
        if (found.isEmpty()) {
            return false;
        }
        long room = ROOM - waiting(id);
        MailingView mailing = found.get();
        if (!mailings.open(mailing.campaign())) {
            over(id);
            return false;
        }
        return room > 0 && (anew(mailing) || !mailing.written() && round(mailing, room));
    }

    private long waiting(long id) {
        return ((Number) bound.query("select campaign_mailing_waiting(?)", id).getSingleResult()).longValue();
    }

    /** Letters that were taken back to be written anew. @return whether there were some */
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
        bound.query(NO_MORE, mailing.id(), held).executeUpdate();
        rows.write(mailing, Rows.list(bound.query(AGAIN, mailing.id(), held), Addressee::of), true);
        return true;
    }

    /** Goes on through those in scope. What somebody else holds at this moment is for another round. */
    private boolean round(MailingView mailing, long room) {
        List<Long> next = targets.next(mailing, CHUNK);
        if (next.isEmpty()) {
            bound.query(
                            "update campaign_mailing set written = not passed_over, place = 0, passed_over = false where id = ?",
                            mailing.id())
                    .executeUpdate();
            return false;
        }
        List<Long> held = ids(HELD, next);
        List<Addressee> people = held.isEmpty()
                ? List.of()
                : Rows.list(bound.query(PEOPLE, held, mailing.id(), mailing.id()), Addressee::of);
        long last = next.get(next.size() - 1);
        if (people.size() > room) {
            // The enterprise that no longer fits begins the next round; one that never would is written to all the
            // same.
            long over = people.get((int) room).enterprise();
            long until = over == people.get(0).enterprise() && room == ROOM ? over : over - 1;
            people = people.stream().filter(each -> each.enterprise() <= until).toList();
            held = held.stream().filter(each -> each <= until).toList();
            last = until;
        }
        if (people.isEmpty() && last < next.get(0)) {
            return false;
        }
        rows.write(mailing, people, false);
        unreachable(mailing, held);
        long place = last;
        boolean passed =
                held.size() < next.stream().filter(each -> each <= place).count();
        bound.query(
                        "update campaign_mailing set place = ?, passed_over = passed_over or ? where id = ?",
                        place,
                        passed,
                        mailing.id())
                .executeUpdate();
        return true;
    }

    /** One row each for those of whom nobody can be written to. */
    private void unreachable(MailingView mailing, List<Long> enterprises) {
        if (enterprises.isEmpty()) {
            return;
        }
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
                            "select count(*) from campaign_mailing_letter where mailing_id = ? and status = 'SENT'"
                                    + " and shared_with is null",
                            id)
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
