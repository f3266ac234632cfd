package org.aeoreach.mail.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Slice;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;

/** The mailboxes of the viewer's unit and those below it. Passwords are configuration and never seen here. */
@ApplicationScoped
public class Mailboxes {

    private static final String COLUMNS = "select b.id, b.address, b.unit_id, n.zh, n.en, b.active, b.contact_at,"
            + " b.failures, b.error, b.retry_at,"
            + " (select count(*) from inbound_mail i where i.mailbox_id = b.id and i.status = 'ASIDE'), b.version, b.org_path"
            + " from mailbox b join unit_name n on n.unit_id = b.unit_id and n.valid_to is null";

    @Inject
    private Bound bound;

    @Inject
    private UnitPickers units;

    @Inject
    private AuditTrail audit;

    /** In the order they were entered. */
    @Transactional
    public Slice<MailboxView> list(long after, int limit) {
        List<MailboxView> found = Rows.list(
                bound.query(COLUMNS + " where b.id > ?1 order by b.id limit ?2", after, limit + 1), Mailboxes::view);
        return Slice.of(found, limit, MailboxView::id);
    }

    /** @throws Problem 404 when there is none the viewer sees */
    @Transactional
    public MailboxView get(long id) {
        return view(row(id));
    }

    private Rows.Row row(long id) {
        return Rows.one(bound.query(COLUMNS + " where b.id = ?1", id), row -> row)
                .orElseThrow(Problem::notFound);
    }

    /**
     * Gives a unit a mailbox, which is read from now on.
     *
     * @throws Problem 400 at a field, 409 when the unit has one or the address is taken
     */
    @Transactional
    public MailboxView add(NewMailbox wanted) {
        long unit = units.parse("unitId", wanted.unitId().toString(), Reach.MINE)
                .orElseThrow(() -> Problem.invalid("unitId", "component.invalid.unit"))
                .id();
        String address = address(wanted.address());
        long id = Rows.one(
                        bound.query(
                                "insert into mailbox (unit_id, org_path, address) select id, org_path, ?2 from unit"
                                        + " where id = ?1 on conflict do nothing returning id",
                                unit,
                                address),
                        row -> row.id(0))
                .orElseThrow(() -> new Problem(409, "mail.problem.mailbox-taken"));
        Rows.Row row = row(id);
        audit.record(
                "mail.add-mailbox",
                new AuditTrail.Subject("mailbox", id, row.text(12)),
                Changes.none().with("address", null, address));
        return view(row);
    }

    private static String address(String typed) {
        String address = MailAddress.of("address", typed.strip()).text().toLowerCase(Locale.ROOT);
        if (address.contains("+")) {
            throw Problem.invalid("address", "mail.invalid.mailbox");
        }
        return address;
    }

    /** Has a mailbox read, or no longer. @throws Problem 404 when there is none the viewer sees */
    @Transactional
    public MailboxView turn(long id, boolean active) {
        MailboxView before = get(id);
        bound.query(
                        "update mailbox set active = cast(?2 as boolean), retry_at = now(), version = version + 1"
                                + " where id = ?1",
                        id,
                        Boolean.toString(active))
                .executeUpdate();
        Rows.Row row = row(id);
        audit.record(
                active ? "mail.read-mailbox" : "mail.leave-mailbox",
                new AuditTrail.Subject("mailbox", id, row.text(12)),
                Changes.none().with("active", before.active(), active));
        return view(row);
    }

    private static MailboxView view(Rows.Row row) {
        return new MailboxView(
                row.id(0),
                row.text(1),
                row.id(2),
                row.text(3),
                row.textOrNull(4),
                row.flag(5),
                row.instantOrNull(6),
                (int) row.id(7),
                row.textOrNull(8),
                row.instant(9),
                row.id(10),
                row.id(11));
    }
}
