package org.aeoreach.outreach.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.outreach.Contact;
import org.aeoreach.outreach.ReliesOnTouchpoint;
import org.aeoreach.outreach.TouchpointView;
import org.aeoreach.outreach.TouchpointWriter;
import org.aeoreach.outreach.Touchpoints;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.Versions;

/** Corrects and withdraws touchpoints of the viewer's unit and below; what stood there before stays. */
@ApplicationScoped
public class Corrections {

    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Touchpoints touchpoints;

    @Inject
    private TouchpointWriter writer;

    @Inject
    @Any
    private Instance<ReliesOnTouchpoint> reliances;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** What is right, and why the other was wrong. Follow-up tasks are left as they are. */
    public record Correction(
            @NotNull @Valid Contact contact,
            @NotBlank @Size(max = 300) String reason) {}

    /** Why a touchpoint counts no more. */
    public record Reason(@NotBlank @Size(max = 300) String reason) {}

    /**
     * Puts a corrected contact in the place of what stood there, which is kept as a version.
     *
     * @throws Problem 409 when it was withdrawn, 412 when somebody else changed it
     */
    @Transactional
    public TouchpointView correct(long id, long version, Correction correction) {
        TouchpointView before = counting(id, version);
        // First, since it holds the row: who comes second is told so, instead of failing on the version kept.
        writer.replace(id, version, correction.contact());
        keep(before, correction.reason());
        TouchpointView after = touchpoints.get(id);
        audit.record(
                "outreach.correct-touchpoint",
                new AuditTrail.Subject("touchpoint", id, before.orgPath()),
                Changes.none()
                        .with("day", before.day(), after.day())
                        .with("channel", before.channel(), after.channel())
                        .with("strength", before.strength(), after.strength())
                        .with(
                                "parties",
                                before.parties().size(),
                                after.parties().size())
                        .with("reason", correction.reason()));
        return after;
    }

    /**
     * It counts no more, for anybody; it can still be read with the reason.
     *
     * @throws Problem 409 with what relies on it, when something does
     */
    @Transactional
    public TouchpointView withdraw(long id, long version, Reason reason) {
        TouchpointView before = counting(id, version);
        List<String> relying = relying(id);
        if (!relying.isEmpty()) {
            throw new Problem(409, "outreach.problem.relied-on", String.join("; ", relying));
        }
        int changed = em.createNativeQuery("update touchpoint set withdrawn_at = cast(? as timestamptz),"
                        + " withdrawn_by = ?, withdrawn_reason = ?, version = version + 1 where id = ? and version = ?")
                .setParameter(1, clock.instant().toString())
                .setParameter(2, viewer.require().accountId())
                .setParameter(3, reason.reason())
                .setParameter(4, id)
                .setParameter(5, version)
                .executeUpdate();
        if (changed == 0) {
            throw Problem.forbidden();
        }
        audit.record(
                "outreach.withdraw-touchpoint",
                new AuditTrail.Subject("touchpoint", id, before.orgPath()),
                Changes.none().with("reason", reason.reason()));
        return touchpoints.get(id);
    }

    /** What relies on it, in the reader's words. */
    @Transactional
    public List<String> relying(long id) {
        Language language = RequestContext.current().language();
        return reliances.stream()
                .flatMap(each -> each.reliances(id, language).stream())
                .toList();
    }

    /** What stood there before, the newest first; for the unit of the author and those above it. */
    @Transactional
    public List<VersionView> versions(long id) {
        touchpoints.get(id);
        return Rows.list(
                em.createNativeQuery("select v.version, v.replaced_at, a.name_zh, a.name_en, v.reason, v.content::text"
                                + " from touchpoint_version v left join account a on a.id = v.replaced_by"
                                + " where v.touchpoint_id = ? order by v.version desc")
                        .setParameter(1, id),
                row -> new VersionView(
                        row.id(0),
                        row.instant(1),
                        row.textOrNull(2),
                        row.textOrNull(3),
                        row.text(4),
                        JSON.fromJson(row.text(5), Original.class)));
    }

    private TouchpointView counting(long id, long version) {
        TouchpointView before = touchpoints.own(id);
        Versions.check(version, before.version());
        if (!before.counts()) {
            throw new Problem(409, "outreach.problem.withdrawn");
        }
        return before;
    }

    private void keep(TouchpointView before, String reason) {
        em.createNativeQuery("insert into touchpoint_version (touchpoint_id, version, replaced_at, replaced_by, reason,"
                        + " content) values (?, ?, cast(? as timestamptz), ?, ?, cast(? as jsonb))")
                .setParameter(1, before.id())
                .setParameter(2, before.version())
                .setParameter(3, clock.instant().toString())
                .setParameter(4, viewer.require().accountId())
                .setParameter(5, reason)
                .setParameter(6, JSON.toJson(Original.of(before)))
                .executeUpdate();
    }
}
