package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.aeoreach.web.markdown.HtmlText;
import org.jspecify.annotations.Nullable;

/** Mail that came in as administrators see it, and what they have done with what was laid aside. */
@ApplicationScoped
public class InboundMails {

    private static final int SHOWN = 20_000;
    private static final String COLUMNS =
            "select i.id, b.address, i.sender, i.sender_name, i.subject, i.status, i.became,"
                    + " i.reason, i.error, i.attempts, i.bytes, i.copies, i.fetched_at, i.done_at, i.org_path, i.spf, i.dkim, i.dmarc, i.raw_gone_at"
                    + " from inbound_mail i join mailbox b on b.id = i.mailbox_id";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    /** The newest first. @param status only those in this one; null: all */
    @Transactional
    public Slice<InboundView> list(@Nullable String status, long before, int limit) {
        Query query = bound.query(
                COLUMNS + " where i.id < ?1 and ?2 in ('', i.status) order by i.id desc limit ?3",
                before,
                Objects.requireNonNullElse(status, ""),
                limit + 1);
        return Slice.of(Rows.list(query, InboundMails::view), limit, InboundView::id);
    }

    /** @throws Problem 404 when there is none the viewer sees */
    @Transactional
    public InboundView get(long id) {
        return view(row(id));
    }

    private Rows.Row row(long id) {
        return Rows.one(bound.query(COLUMNS + " where i.id = ?1", id), row -> row)
                .orElseThrow(Problem::notFound);
    }

    /** The mail as it came, to be taken away; who took it is kept. */
    @Transactional
    public byte[] source(long id) {
        byte[] raw = raw(id);
        audit.record(
                "mail.inbound-source", new AuditTrail.Subject("inbound_mail", id, row(id).text(14)), Changes.none());
        return raw;
    }

    /** @throws Problem 410 when it was kept long enough */
    private byte[] raw(long id) {
        Rows.Row row = Rows.one(bound.query("select raw from inbound_mail where id = ?1", id), each -> each)
                .orElseThrow(Problem::notFound);
        if (row.columns()[0] instanceof byte[] raw) {
            return raw;
        }
        throw new Problem(410, "mail.problem.source-gone");
    }

    /** Its text as far as it can be read, else its source; the beginning of what is long; nothing once it is gone. */
    @Transactional
    public String text(long id) {
        if (get(id).gone() != null) {
            return "";
        }
        byte[] raw = raw(id);
        String text;
        try {
            Body body = BodyReader.read(raw);
            String html = body.html();
            text = body.text().isBlank() && html != null ? HtmlText.of(html) : body.text();
        } catch (LaidAside unreadable) {
            text = "";
        }
        String shown = text.isBlank() ? MailCharset.text(raw, null) : text;
        return shown.length() > SHOWN ? shown.substring(0, SHOWN) : shown;
    }

    /**
     * Has it led along the chain again; one of a machine is then taken in as if a person had written it.
     *
     * @throws Problem 409 when something was made of it, or it was not fetched whole
     */
    @Transactional
    public InboundView again(long id) {
        InboundView before = get(id);
        if (!before.repeatable()) {
            throw new Problem(409, "mail.problem.not-aside");
        }
        boolean forced = before.reason() == null || before.reason() == Reason.FLOOD;
        return changed(
                id,
                before,
                "mail.inbound-again",
                "update inbound_mail set status = 'ARRIVED', became = null, reason = null, done_at = null, attempts = 0,"
                        + " next_attempt_at = now(), version = version + 1, forced = forced or " + forced
                        + " where id = ?1 and status = ?2");
    }

    /** Closes one that was laid aside; nothing comes of it. @throws Problem 409 when it is not laid aside */
    @Transactional
    public InboundView close(long id) {
        InboundView before = get(id);
        if (before.reason() == null) {
            throw new Problem(409, "mail.problem.not-aside");
        }
        return changed(
                id,
                before,
                "mail.inbound-close",
                "update inbound_mail set status = 'DONE', became = 'NOTHING', reason = null, done_at = now(),"
                        + " version = version + 1 where id = ?1 and status = ?2");
    }

    private InboundView changed(long id, InboundView before, String action, String update) {
        if (bound.query(update, id, before.status()).executeUpdate() == 0) {
            throw new Problem(409, "mail.problem.not-aside");
        }
        InboundView after = get(id);
        audit.record(
                action,
                new AuditTrail.Subject("inbound_mail", id, row(id).text(14)),
                Changes.none().with("status", before.status(), after.status()));
        return after;
    }

    private static InboundView view(Rows.Row row) {
        return new InboundView(
                row.id(0),
                row.text(1),
                row.textOrNull(2),
                row.textOrNull(3),
                row.textOrNull(4),
                row.text(5),
                row.textOrNull(6) == null ? null : Became.valueOf(row.text(6)),
                row.textOrNull(7) == null ? null : Reason.valueOf(row.text(7)),
                row.textOrNull(8),
                (int) row.id(9),
                row.id(10),
                (int) row.id(11),
                row.instant(12),
                row.instantOrNull(13),
                new Proof(row.textOrNull(15), row.textOrNull(16), row.textOrNull(17)),
                row.instantOrNull(18));
    }
}
