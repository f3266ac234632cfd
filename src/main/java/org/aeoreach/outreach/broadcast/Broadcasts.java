package org.aeoreach.outreach.broadcast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.outreach.Channel;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Broadcasts of the viewer's unit and below. */
@ApplicationScoped
public class Broadcasts {

    private static final String COLUMNS = "select b.id, b.title, b.happened_on, b.channel, b.audience, b.counted,"
            + " b.how_known, b.note, n.zh, n.en, b.created_at, b.withdrawn_at, b.withdrawn_reason, b.org_path, b.version"
            + " from broadcast b join unit_name n on n.unit_id = b.unit_id and n.valid_to is null";

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** What is written down of a broadcast; see {@link BroadcastView}. */
    public record Broadcast(
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate day,
            @NotNull Channel channel,
            @NotNull @Min(0) @Max(100_000_000) Integer audience,
            boolean counted,
            @Nullable @Size(max = 300) String howKnown,
            @Nullable @Size(max = 2000) String note) {}

    /** Why it counts no more. */
    public record Reason(@NotBlank @Size(max = 300) String reason) {}

    /** The newest entry first. */
    @Transactional
    public Slice<BroadcastView> list(long after, int limit) {
        return Slice.of(
                Rows.list(
                        em.createNativeQuery(COLUMNS + " where b.id < ? order by b.id desc limit ?")
                                .setParameter(1, after)
                                .setParameter(2, limit + 1),
                        Broadcasts::view),
                limit,
                BroadcastView::id);
    }

    /** @throws Problem 404 when there is none, or not for the viewer */
    @Transactional
    public BroadcastView get(long id) {
        return Rows.one(em.createNativeQuery(COLUMNS + " where b.id = ?").setParameter(1, id), Broadcasts::view)
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem 400 when the day is in the future */
    @Transactional
    public BroadcastView record(Broadcast broadcast) {
        if (broadcast.day().isAfter(Time.today(clock))) {
            throw Problem.invalid("day", "outreach.invalid.future");
        }
        Viewer me = viewer.require();
        long id = ((Number)
                        em.createNativeQuery("insert into broadcast (unit_id, org_path, happened_on, channel, title,"
                                        + " audience, counted, how_known, note, account_id) values (?, ?, ?, ?, ?, ?, ?,"
                                        + " nullif(cast(? as text), ''), nullif(cast(? as text), ''), ?) returning id")
                                .setParameter(1, me.unitId())
                                .setParameter(2, me.orgPath())
                                .setParameter(3, java.sql.Date.valueOf(broadcast.day()))
                                .setParameter(4, broadcast.channel().name())
                                .setParameter(5, broadcast.title())
                                .setParameter(6, broadcast.audience())
                                .setParameter(7, broadcast.counted())
                                .setParameter(8, broadcast.howKnown())
                                .setParameter(9, broadcast.note())
                                .setParameter(10, me.accountId())
                                .getSingleResult())
                .longValue();
        audit.record(
                "outreach.record-broadcast",
                new AuditTrail.Subject("broadcast", id, me.orgPath()),
                Changes.none()
                        .with("title", broadcast.title())
                        .with("day", broadcast.day())
                        .with("audience", broadcast.audience())
                        .with("counted", broadcast.counted()));
        return get(id);
    }

    /** It counts no more; it can still be read with the reason. @throws Problem 409 when it was withdrawn already */
    @Transactional
    public BroadcastView withdraw(long id, long version, Reason reason) {
        BroadcastView before = get(id);
        Versions.check(version, before.version());
        if (!before.counts()) {
            throw new Problem(409, "outreach.problem.withdrawn");
        }
        int changed = em.createNativeQuery("update broadcast set withdrawn_at = cast(? as timestamptz),"
                        + " withdrawn_reason = ?, version = version + 1 where id = ? and version = ?")
                .setParameter(1, clock.instant().toString())
                .setParameter(2, reason.reason())
                .setParameter(3, id)
                .setParameter(4, version)
                .executeUpdate();
        Versions.check(1, changed);
        audit.record(
                "outreach.withdraw-broadcast",
                new AuditTrail.Subject("broadcast", id, before.orgPath()),
                Changes.none().with("reason", reason.reason()));
        return get(id);
    }

    private static BroadcastView view(Rows.Row row) {
        return new BroadcastView(
                row.id(0),
                row.text(1),
                row.date(2),
                Channel.valueOf(row.text(3)),
                (int) row.id(4),
                row.flag(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.text(8),
                row.textOrNull(9),
                row.instant(10),
                row.instantOrNull(11),
                row.textOrNull(12),
                row.text(13),
                row.id(14));
    }
}
