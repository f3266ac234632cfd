package org.aeoreach.enterprise.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.registration.Whereabouts;
import org.aeoreach.organization.UnitDirectory;
import org.aeoreach.organization.UnitView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;

/** Requests for transfers the viewer's side has made or received, and making one. */
@ApplicationScoped
public class TransferRequests {

    private static final String COLUMNS = "select r.id, r.code, r.status, r.reason, r.unit_id, n.zh, n.en,"
            + " (select a.name_zh from transfer_request_asker(r.id) a) as asker_zh,"
            + " (select a.name_en from transfer_request_asker(r.id) a) as asker_en, r.requested_at, r.decided_at, r.answer,"
            + " e.id as enterprise, e.name_zh, e.name_en, m.zh as giver_zh, m.en as giver_en, r.org_path,"
            + " g.org_path as giver_path, r.version"
            + " from transfer_request r join unit_name n on n.unit_id = r.unit_id and n.valid_to is null"
            + " left join transfer_request_giver g on g.request_id = r.id"
            + " left join enterprise e on e.id = g.enterprise_id"
            + " left join unit_name m on m.unit_id = g.unit_id and m.valid_to is null";

    @Inject
    private Bound bound;

    @Inject
    private UnitDirectory units;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /**
     * What is asked for.
     *
     * @param code social credit code or customs code
     * @param unitId the unit that is to have the enterprise: the viewer's own or one below it
     * @param reason the unit of registration reads it, and the enterprise when it is transferred
     */
    public record Wanted(
            @NotBlank @Size(max = 40) String code,
            @NotNull Long unitId,
            @NotBlank @Size(max = 300) String reason) {}

    /**
     * Asks for a transfer.
     *
     * @throws Problem 400 at the field: no such code, an enterprise of the viewer's own range, a unit that is not his;
     *     409 when an open request for the enterprise exists
     */
    @Transactional
    public TransferRequestView ask(Wanted wanted) {
        String code = Whereabouts.read(wanted.code());
        UnitView to =
                units.find(wanted.unitId()).orElseThrow(() -> Problem.invalid("unitId", "component.invalid.unit"));
        if (to.closedOn() != null || !viewer.require().covers(to.orgPath())) {
            throw Problem.invalid("unitId", "transfer.invalid.unit", to.code());
        }
        Rows.Row made = Rows.one(
                        bound.query(
                                "select request_id, outcome from request_transfer(?, ?, ?)",
                                code,
                                to.id(),
                                wanted.reason()),
                        row -> row)
                .orElseThrow(Problem::notFound);
        if (made.text(1).equals("ASKED")) {
            throw new Problem(409, "transfer.problem.asked");
        }
        if (made.idOrNull(0) == null) {
            throw Problem.invalid(
                    "code", made.text(1).equals("HERE") ? "transfer.invalid.here" : "transfer.invalid.nowhere");
        }
        audit.record(
                "enterprise.request-transfer",
                new AuditTrail.Subject("transfer_request", made.id(0), to.orgPath()),
                Changes.none().with("code", code).with("unit", to.code()).with("reason", wanted.reason()));
        return get(made.id(0));
    }

    /** By id, after the one given. */
    @Transactional
    public Slice<TransferRequestView> list(long after, int limit) {
        return Slice.of(
                Rows.list(bound.query(COLUMNS + " where r.id > ? order by r.id limit ?", after, limit + 1), this::view),
                limit,
                TransferRequestView::id);
    }

    /** @throws Problem 404 when the viewer is on neither side */
    @Transactional
    public TransferRequestView get(long id) {
        return Rows.one(bound.query(COLUMNS + " where r.id = ?", id), this::view)
                .orElseThrow(Problem::notFound);
    }

    /** Those about one enterprise, the newest first; none when the viewer does not see it. */
    @Transactional
    public List<TransferRequestView> of(long enterprise) {
        return Rows.list(
                bound.query(COLUMNS + " where g.enterprise_id = ? order by r.id desc limit 20", enterprise),
                this::view);
    }

    private TransferRequestView view(Rows.Row row) {
        Viewer me = viewer.require();
        boolean asked = me.covers(row.text(17));
        boolean gives = row.textOrNull(18) != null && me.covers(row.text(18));
        return new TransferRequestView(
                row.id(0),
                row.text(1),
                TransferRequestView.Status.valueOf(row.text(2)),
                row.text(3),
                row.id(4),
                row.text(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.instant(9),
                row.instantOrNull(10),
                row.textOrNull(11),
                row.idOrNull(12),
                row.textOrNull(13),
                row.textOrNull(14),
                row.textOrNull(15),
                row.textOrNull(16),
                side(asked, gives),
                row.id(19));
    }

    private static TransferRequestView.Side side(boolean asked, boolean gives) {
        if (asked && gives) {
            return TransferRequestView.Side.BOTH;
        }
        return gives ? TransferRequestView.Side.GIVES : TransferRequestView.Side.ASKED;
    }
}
