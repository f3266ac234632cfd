package org.aeoreach.mail.block;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.MailFailure;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the list of addresses no mail goes to, those of the viewer's unit and below. The audit keeps no
 * address.
 */
@ApplicationScoped
public class Blocks {

    private static final String COLUMNS = "select id, address, cause, reason, mail_id, at, org_path from mail_block";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** The newest first. @param address only this one; null: all */
    @Transactional
    public Slice<BlockView> list(@Nullable String address, long before, int limit) {
        String wanted = address == null ? "" : address.toLowerCase(Locale.ROOT);
        Query query = bound.query(
                COLUMNS + " where id < ? and ? in ('', address) order by id desc limit ?", before, wanted, limit + 1);
        return Slice.of(Rows.list(query, Blocks::view), limit, BlockView::id);
    }

    /** @throws Problem 404 when there is none the viewer sees */
    @Transactional
    public BlockView get(long id) {
        return view(row(id));
    }

    private Rows.Row row(long id) {
        return Rows.one(bound.query(COLUMNS + " where id = ?", id), row -> row).orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 when it is no address, 409 when no mail goes there already */
    @Transactional
    public BlockView add(NewBlock wanted) {
        String address =
                MailAddress.of("address", wanted.address().strip()).text().toLowerCase(Locale.ROOT);
        String path = viewer.require().orgPath();
        long id = Rows.one(
                        bound.query(
                                "insert into mail_block (address, org_path, cause, reason, account_id)"
                                        + " values (?, ?, 'ENTERED', ?, ?) on conflict (address, org_path) do nothing returning id",
                                address,
                                path,
                                wanted.reason(),
                                viewer.require().accountId()),
                        row -> row.id(0))
                .orElseThrow(() -> new Problem(409, "mail.problem.blocked-already"));
        audit.record(
                "mail.block",
                new AuditTrail.Subject("mail_block", id, path),
                Changes.none().with("reason", null, wanted.reason()));
        return get(id);
    }

    /** Lets mail go to the address again. @throws Problem 404 when there is none the viewer may change */
    @Transactional
    public void lift(long id) {
        Rows.Row row = row(id);
        if (!viewer.require().covers(row.text(6))) {
            throw Problem.forbidden();
        }
        bound.query("select mail_block_end(?)", row.text(1)).getSingleResult();
        audit.record(
                "mail.lift-block",
                new AuditTrail.Subject("mail_block", id, row.text(6)),
                Changes.none().with("cause", row.text(2), null));
    }

    private static BlockView view(Rows.Row row) {
        return new BlockView(
                row.id(0),
                row.text(1),
                MailFailure.Cause.valueOf(row.text(2)),
                row.text(3),
                row.idOrNull(4),
                row.instant(5));
    }
}
