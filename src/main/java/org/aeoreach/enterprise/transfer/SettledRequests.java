package org.aeoreach.enterprise.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enterprise.registration.BeforeTransfer;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/**
 * Requests that something else settles than an answer: a transfer to who asked, or a merger, until it is taken back. Who
 * asked is told.
 */
@ApplicationScoped
public class SettledRequests implements BeforeTransfer {

    @Inject
    private Bound bound;

    @Inject
    private TransferRequests requests;

    @Inject
    private TransferRequestLetters letters;

    /** The database settles the request itself when the enterprise moves; then it is out of the viewer's range. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void moving(long enterprise, String toPath) {
        List<Long> open = numbers(
                "select r.id from transfer_request r join transfer_request_giver g on g.request_id = r.id"
                        + " where g.enterprise_id = ? and g.open order by r.id for update of r",
                enterprise);
        List<Long> settled = numbers(
                "select r.id from transfer_request r join transfer_request_giver g on g.request_id = r.id"
                        + " where g.enterprise_id = ? and g.open and starts_with(?, r.org_path) order by r.id",
                enterprise,
                toPath);
        settled.stream().filter(open::contains).map(requests::get).forEach(request -> letters.asker(request.id())
                .ifPresent(person -> letters.accepted(person, request)));
    }

    /** The merger of this transaction has closed the request for the one merged: there is one for the one kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void merged(long kept) {
        List<Long> closed = numbers(
                "select r.id from transfer_request r join transfer_request_giver g on g.request_id = r.id"
                        + " where g.enterprise_id = ? and r.status = 'MERGED' and r.decided_at = now() order by r.id",
                kept);
        for (TransferRequestView request : closed.stream().map(requests::get).toList()) {
            letters.record("enterprise.close-transfer", request, kept, null);
            letters.asker(request.id()).ifPresent(person -> letters.merged(person, request));
        }
    }

    /** The merger that closed them was taken back in this transaction: those that nothing else has settled are open. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unmerged(long merge, long enterprise) {
        for (Long id : numbers("select x.id from reopen_transfer_requests(?) x (id) order by 1", merge)) {
            TransferRequestView request = requests.get(id);
            letters.record("enterprise.reopen-transfer", request, enterprise, null);
            letters.asker(id).ifPresent(person -> letters.reopened(person, request));
        }
    }

    private List<Long> numbers(String sql, Object... values) {
        return Rows.list(bound.query(sql, values), row -> row.id(0));
    }
}
