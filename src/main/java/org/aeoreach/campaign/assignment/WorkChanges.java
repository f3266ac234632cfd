package org.aeoreach.campaign.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.coverage.CampaignHead;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/** Changes rows of a work list: one or many at once, all or none. */
@ApplicationScoped
public class WorkChanges {

    // Depth of a house's path.
    private static final int HOUSE = 3;

    /** What every change of a row leaves in it: a new version, and who it was. */
    static final String MARKED = "version = m.version + 1, changed_at = clock_timestamp(),"
            + " changed_by = cast(nullif(current_setting('app.account', true), '') as bigint)";

    private static final String CHOSEN = "m.campaign_id = ?1 and m.enterprise_id = any (cast(string_to_array(?2, ',')"
            + " as bigint[])) and m.org_path >= ?3 and m.org_path < ?4";
    private static final String HOLD = "select m.enterprise_id, m.org_path, m.version from campaign_member m where "
            + CHOSEN + " order by m.enterprise_id for no key update";
    private static final String LISTS =
            "select a.org_path, a.status from campaign_assignment a where a.campaign_id = ?1"
                    + " and a.org_path >= ?2 and a.org_path < ?3 order by a.id for no key update";
    private static final String STAND =
            "update campaign_member m set standing = ?5, reason = ?6, remark = nullif(?7, ''),"
                    + " stood_by = ?8, stood_on = china_day(), postponed_to = null, " + MARKED + " where " + CHOSEN;
    private static final String POSTPONE =
            "update campaign_member m set postponed_to = ?5, " + MARKED + " where " + CHOSEN;
    private static final String GIVE =
            "update campaign_member m set officer_id = ?5, spread = false, " + MARKED + " where " + CHOSEN;
    private static final String STARTED = "update campaign_assignment a set started_at = now(), status = 'STARTED',"
            + " version = version + 1 where a.campaign_id = ?1 and a.started_at is null and a.status in ('PUSHED', 'STARTED') and a.org_path = any (array("
            + "select distinct m.org_path from campaign_member m where " + CHOSEN + "))";

    @Inject
    private Campaigns campaigns;

    @Inject
    private Works works;

    @Inject
    private ChosenRows rows;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** What came of it: rows that were changed. */
    public record Changed(int changed) {}

    private record Held(long id, String path, long version) {}

    /**
     * All of the rows, or none when others changed one since it was seen.
     *
     * @throws Problem 400 at the field that is wrong, 404 when one of the enterprises is not on the viewer's list, 409
     *     when the campaign does not run, the list was not handed to his house, or a row is not as it was seen ({@link
     *     RowsChanged}), 422 when there are too many
     */
    @Transactional
    public Changed change(long campaign, Change wanted) {
        CampaignHead head = CampaignHead.of(campaigns.get(campaign));
        wanted.check(Time.today(clock));
        if (!head.running()) {
            throw new Problem(409, "assignment.problem.over");
        }
        Map<Long, Long> seen = wanted.seen();
        Set<Long> ids = ChosenRows.few(seen.keySet());
        Change.Action action = Objects.requireNonNull(wanted.action());
        boolean handed = handed(campaign);
        List<Held> held = hold(campaign, ids);
        if (!handed) {
            throw new Problem(409, "assignment.problem.no-list");
        }
        asSeen(campaign, held, seen);
        int changed = update(campaign, ids, action, wanted);
        if (action.standing()) {
            Viewer me = viewer.require();
            bound.query(STARTED, campaign, ids, me.writeLo(), me.writeHi()).executeUpdate();
        }
        record(head, ids, held, wanted);
        return new Changed(changed);
    }

    /** Lists first, then their rows, as giving out does. A house works on what was handed to it; above, on all of it. */
    private boolean handed(long campaign) {
        Viewer me = viewer.require();
        List<String> own = Rows.list(
                        bound.query(LISTS, campaign, me.writeLo(), me.writeHi()),
                        row -> row.text(0).equals(me.orgPath()) ? row.text(1) : "")
                .stream()
                .filter(status -> status.equals("PUSHED") || status.equals("STARTED"))
                .toList();
        return !own.isEmpty() || me.orgPath().split("[.]").length < HOUSE;
    }

    private List<Held> hold(long campaign, Set<Long> ids) {
        Viewer me = viewer.require();
        List<Held> held = Rows.list(
                bound.query(HOLD, campaign, ids, me.writeLo(), me.writeHi()),
                row -> new Held(row.id(0), row.text(1), row.id(2)));
        if (held.size() != ids.size()) {
            throw Problem.notFound();
        }
        return held;
    }

    private void asSeen(long campaign, List<Held> held, Map<Long, Long> seen) {
        List<Long> changed = held.stream()
                .filter(row -> seen.getOrDefault(row.id(), -1L) != row.version())
                .map(Held::id)
                .toList();
        if (!changed.isEmpty()) {
            throw new RowsChanged(rows.read(campaign, changed), held.size());
        }
    }

    private int update(long campaign, Set<Long> ids, Change.Action action, Change wanted) {
        return switch (action) {
            case UNREACHABLE -> stand(campaign, ids, "UNREACHABLE", wanted);
            case EXCLUDE -> stand(campaign, ids, "EXCLUDED", wanted);
            case OPEN -> stand(campaign, ids, "OPEN", null);
            case POSTPONE -> run(POSTPONE, campaign, ids, wanted.day());
            case GIVE -> run(GIVE, campaign, ids, officer(Objects.requireNonNull(wanted.officerId())));
            case TAKE -> run(GIVE, campaign, ids, viewer.require().accountId());
            case RELEASE -> run(GIVE.replace("?5", "null"), campaign, ids, null);
        };
    }

    private int run(String sql, long campaign, Set<Long> ids, @Nullable Object value) {
        Viewer me = viewer.require();
        var query = value == null
                ? bound.query(sql, campaign, ids, me.writeLo(), me.writeHi())
                : bound.query(sql, campaign, ids, me.writeLo(), me.writeHi(), value);
        return query.executeUpdate();
    }

    private int stand(long campaign, Set<Long> ids, String standing, @Nullable Change why) {
        Viewer me = viewer.require();
        return bound.query(
                        STAND,
                        campaign,
                        ids,
                        me.writeLo(),
                        me.writeHi(),
                        standing,
                        why == null ? null : why.reason(),
                        why == null
                                ? ""
                                : Objects.requireNonNullElse(why.remark(), "").strip(),
                        me.accountId())
                .executeUpdate();
    }

    private long officer(long account) {
        if (works.colleagues().stream().noneMatch(each -> each.id() == account)) {
            throw Problem.invalid("officerId", "assignment.invalid.officer");
        }
        return account;
    }

    private void record(CampaignHead head, Set<Long> ids, List<Held> held, Change wanted) {
        AuditTrail.Subject subject = held.size() == 1
                ? new AuditTrail.Subject(
                        "enterprise", held.get(0).id(), held.get(0).path())
                : AuditTrail.Subject.unnumbered("enterprise", viewer.require().orgPath());
        audit.record(
                "assignment.change",
                subject,
                Changes.none()
                        .with("campaign", head.id())
                        .with("step", wanted.action())
                        .with("reason", wanted.reason())
                        .with("remark", wanted.remark())
                        .with("day", wanted.day())
                        .with("account", wanted.officerId())
                        .with(
                                "enterprises",
                                String.join(
                                        ",", ids.stream().map(String::valueOf).toList())));
    }
}
