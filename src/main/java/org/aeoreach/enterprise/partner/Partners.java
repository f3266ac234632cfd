package org.aeoreach.enterprise.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.registration.Economies;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Partner organisations kept by the viewer's unit and those below it, and to be read those of units above. */
@ApplicationScoped
public class Partners {

    private static final String COLUMNS = "select p.id, p.kind, p.unit_id, n.zh, n.en, p.name_zh, p.name_en, p.economy,"
            // What is noted of one is for those who keep it, not for the units below that may read of it.
            + " p.address, p.website, case when p.org_path >= current_setting('app.lo', true)"
            + " and p.org_path < current_setting('app.hi', true) then p.note end, p.ended_at, p.org_path, p.version from partner_organisation p"
            + " join unit_name n on n.unit_id = p.unit_id and n.valid_to is null";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /**
     * What is kept of one.
     *
     * @param economy by code or name
     * @param website begins with https:// or http://
     */
    public record Partner(
            @NotNull PartnerKind kind,
            @NotBlank @Size(max = 200) String nameZh,
            @Nullable @Size(max = 300) String nameEn,
            @NotBlank @Size(max = 60) String economy,
            @Nullable @Size(max = 300) String address,

            @Nullable @Size(max = 300) @Pattern(regexp = "https?://[^\\s]+")
            String website,

            @Nullable @Size(max = 2000) String note) {}

    /** By id, after the one given. */
    @Transactional
    public Slice<PartnerView> list(long after, int limit) {
        List<PartnerView> rows = Rows.list(
                bound.query(COLUMNS + " where p.id > ? order by p.id limit ?", after, limit + 1), Partners::view);
        return Slice.of(rows, limit, PartnerView::id);
    }

    /** @throws Problem 404 when there is none the viewer may see */
    @Transactional
    public PartnerView get(long id) {
        return Rows.one(bound.query(COLUMNS + " where p.id = ?", id), Partners::view)
                .orElseThrow(Problem::notFound);
    }

    /** One kept by the viewer's unit or one below. @throws Problem 404 for one of a unit above, too */
    @Transactional
    public PartnerView ownOne(long id) {
        PartnerView partner = get(id);
        if (!own(partner)) {
            throw Problem.notFound();
        }
        return partner;
    }

    /** Whether it is kept by the viewer's unit or one below. */
    public boolean own(PartnerView partner) {
        return viewer.require().covers(partner.orgPath());
    }

    /** Kept by the viewer's unit from now on. */
    @Transactional
    public PartnerView add(Partner partner) {
        Viewer me = viewer.require();
        Object id = bound.query(
                        "insert into partner_organisation (kind, unit_id, org_path, name_zh, name_en, economy, address,"
                                + " website, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        partner.kind(),
                        me.unitId(),
                        me.orgPath(),
                        partner.nameZh(),
                        partner.nameEn(),
                        economy(partner),
                        partner.address(),
                        partner.website(),
                        partner.note())
                .getSingleResult();
        PartnerView made = get(((Number) id).longValue());
        record(
                "enterprise.add-partner",
                made,
                Changes.none()
                        .with("kind", made.kind().name())
                        .with("nameZh", made.nameZh())
                        .with("nameEn", made.nameEn()));
        return made;
    }

    /** @throws Problem 412 when somebody changed it since that version */
    @Transactional
    public PartnerView change(long id, long version, Partner partner) {
        PartnerView before = current(id, version);
        bound.query(
                        "update partner_organisation set kind = ?, name_zh = ?, name_en = ?, economy = ?, address = ?,"
                                + " website = ?, note = ?, version = version + 1 where id = ?",
                        partner.kind(),
                        partner.nameZh(),
                        partner.nameEn(),
                        economy(partner),
                        partner.address(),
                        partner.website(),
                        partner.note(),
                        id)
                .executeUpdate();
        PartnerView after = get(id);
        record(
                "enterprise.change-partner",
                after,
                Changes.none()
                        .with("kind", before.kind().name(), after.kind().name())
                        .with("nameZh", before.nameZh(), after.nameZh())
                        .with("nameEn", before.nameEn(), after.nameEn())
                        .with("economy", before.economy(), after.economy())
                        .with("address", before.address(), after.address())
                        .with("website", before.website(), after.website())
                        .with("note", before.note(), after.note()));
        return after;
    }

    /** There is no contact any more; what was stays. */
    @Transactional
    public PartnerView end(long id, long version) {
        PartnerView before = current(id, version);
        bound.query("update partner_organisation set ended_at = now(), version = version + 1 where id = ?", id)
                .executeUpdate();
        PartnerView after = get(id);
        record("enterprise.end-partner", before, Changes.none().with("endedAt", after.endedAt()));
        return after;
    }

    /** Whether the viewer may change it. */
    public boolean changeable(PartnerView partner) {
        Viewer me = viewer.require();
        return me.role().mayWrite() && me.covers(partner.orgPath()) && partner.endedAt() == null;
    }

    private PartnerView current(long id, long version) {
        if (bound.query("select 1 from partner_organisation where id = ? for update", id)
                .getResultList()
                .isEmpty()) {
            throw Problem.notFound();
        }
        PartnerView before = get(id);
        Versions.check(version, before.version());
        if (before.endedAt() != null) {
            throw new Problem(409, "enterprise.problem.partner-ended");
        }
        return before;
    }

    private static String economy(Partner partner) {
        List<String> codes = Economies.parse("economy", List.of(partner.economy()));
        if (codes.size() != 1) {
            throw Problem.invalid("economy", "enterprise.invalid.economy", partner.economy());
        }
        return codes.get(0);
    }

    private void record(String action, PartnerView partner, Changes changes) {
        audit.record(action, new AuditTrail.Subject("partner_organisation", partner.id(), partner.orgPath()), changes);
    }

    private static PartnerView view(Rows.Row row) {
        return new PartnerView(
                row.id(0),
                PartnerKind.valueOf(row.text(1)),
                row.id(2),
                row.text(3),
                row.textOrNull(4),
                row.text(5),
                row.textOrNull(6),
                row.text(7),
                row.textOrNull(8),
                row.textOrNull(9),
                row.textOrNull(10),
                row.instantOrNull(11),
                row.text(12),
                row.id(13));
    }
}
