package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** The outbox as administrators and auditors of a unit see it. */
@ApplicationScoped
public class Mails {

    private static final int SHOWN = 20;
    private static final String COLUMNS = "select id, message_id, template, language, recipient, recipient_name,"
            + " subject, status, attempts, case when status in ('WAITING', 'SENDING') then next_attempt_at end,"
            + " last_error, created_at, sent_at, case when status = 'DEAD' then gave_up end,"
            + " sender_name || ' <' || sender_address || '>'";

    private static final String REPEAT = "insert into mail (message_id, template, language, recipient, recipient_name,"
            + " subject, body_text, body_html, org_path, enterprise_id, topic, link, record, thread, reply_to, in_reply_to,"
            + " refs, sender_address, sender_name, again_of) select ?1, m.template, m.language, m.recipient, m.recipient_name, m.subject,"
            + " replace(m.body_text, coalesce(m.link, ?2), ?2), replace(m.body_html, coalesce(m.link, ?2), ?2), m.org_path,"
            + " m.enterprise_id, m.topic, case when m.topic is not null then ?2 end, m.record, m.thread, m.reply_to,"
            + " m.in_reply_to, m.refs, m.sender_address, m.sender_name, m.id from mail m where m.id = ?3 and m.status = 'SENT' and not exists ("
            + "select from mail a where a.again_of = m.id and a.status in ('WAITING', 'SENDING')) returning id";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    @Inject
    private Configuration configuration;

    /** The newest first. @param status only mail in this status */
    @Transactional
    public Slice<MailView> list(@Nullable MailStatus status, long before, int limit) {
        Query query = em.createNativeQuery(COLUMNS + ", null from mail where id < ?1"
                        + (status == null ? "" : " and status = ?3") + " order by id desc limit ?2")
                .setParameter(1, before)
                .setParameter(2, limit + 1);
        if (status != null) {
            query.setParameter(3, status.name());
        }
        return Slice.of(Rows.list(query, Mails::view), limit, MailView::id);
    }

    /** The newest mails about a record within the viewer's unit and below. @param page path of the record's page */
    @Transactional
    public List<MailView> about(String page) {
        return Rows.list(
                em.createNativeQuery(COLUMNS + ", null from mail where record = ? order by id desc limit " + SHOWN)
                        .setParameter(1, page),
                Mails::view);
    }

    /** The newest mails of the viewer's unit and below to an address. */
    @Transactional
    public List<MailView> to(@Nullable String address) {
        return address == null
                ? List.of()
                : Rows.list(
                        em.createNativeQuery(COLUMNS + ", null from mail where lower(recipient) = lower(?)"
                                        + " order by id desc limit " + SHOWN)
                                .setParameter(1, address),
                        Mails::view);
    }

    @Transactional
    public MailView get(long id) {
        String body = configuration.demo() ? ", body_text" : ", null";
        Query query =
                em.createNativeQuery(COLUMNS + body + " from mail where id = ?").setParameter(1, id);
        return Rows.one(query, Mails::view).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 404 outside a demo installation, too */
    @Transactional
    public String html(long id) {
        if (!configuration.demo()) {
            throw Problem.notFound();
        }
        Query query =
                em.createNativeQuery("select body_html from mail where id = ?").setParameter(1, id);
        return Rows.one(query, row -> row.text(0)).orElseThrow(Problem::notFound);
    }

    /**
     * Has a mail that was given up sent again, under the same Message-ID and with all its attempts.
     *
     * @throws Problem 409 when it was not given up
     */
    @Transactional
    public MailView sendAgain(long id) {
        MailView before = get(id);
        String path = orgPath(id);
        int changed = em.createNativeQuery("update mail set status = 'WAITING', attempts = 0, next_attempt_at = now(),"
                        + " version = version + 1 where id = ? and status = 'DEAD'")
                .setParameter(1, id)
                .executeUpdate();
        if (changed == 0) {
            throw new Problem(409, "mail.problem.not-given-up");
        }
        MailView after = get(id);
        audit.record(
                "mail.send-again",
                new AuditTrail.Subject("mail", id, path),
                Changes.none().with("status", before.status(), after.status()));
        return after;
    }

    /**
     * Sends the text of a mail that left already once more, as a mail of its own with a link of its own.
     *
     * @return the new one
     * @throws Problem 409 when it did not leave, or is being sent once more at this moment
     */
    @Transactional
    public MailView repeat(long id) {
        MailView first = get(id);
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(124580, hashint8(?1))")
                .setParameter(1, id)
                .getResultList();
        Query query = em.createNativeQuery(REPEAT)
                .setParameter(1, Outbox.messageId("https://" + first.messageId().replaceAll("^.*@|>$", "")))
                .setParameter(2, Outbox.secret())
                .setParameter(3, id);
        long again =
                Rows.one(query, row -> row.id(0)).orElseThrow(() -> new Problem(409, "mail.problem.not-to-repeat"));
        audit.record(
                "mail.repeat",
                new AuditTrail.Subject("mail", id, orgPath(id)),
                Changes.none().with("mail", again));
        return get(again);
    }

    private String orgPath(long id) {
        Query query =
                em.createNativeQuery("select org_path from mail where id = ?").setParameter(1, id);
        return Rows.one(query, row -> row.text(0)).orElseThrow(Problem::notFound);
    }

    private static MailView view(Rows.Row row) {
        return new MailView(
                row.id(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                MailStatus.valueOf(row.text(7)),
                (int) row.id(8),
                row.instantOrNull(9),
                row.textOrNull(10),
                row.instant(11),
                row.instantOrNull(12),
                row.textOrNull(13),
                row.textOrNull(14),
                row.textOrNull(15));
    }
}
