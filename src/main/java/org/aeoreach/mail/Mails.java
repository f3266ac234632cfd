package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
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

    private static final String COLUMNS = "select id, message_id, template, language, recipient, recipient_name,"
            + " subject, status, attempts, case when status in ('WAITING', 'SENDING') then next_attempt_at end,"
            + " last_error, created_at, sent_at";

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
                row.textOrNull(13));
    }
}
