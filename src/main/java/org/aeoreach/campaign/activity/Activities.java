package org.aeoreach.campaign.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Writes the dated activities of a plan; what stands stays as it is until the revision is approved. */
@ApplicationScoped
public class Activities {

    /** Activities a plan may have. */
    public static final int MOST = 100;

    private static final String DRAFT =
            "insert into planned_activity (plan_id, campaign_id, unit_id, org_path, kind, title_zh, title_en, place,"
                    + " starts_on, ends_on, replaces_id) select p.id, p.campaign_id, u.id, u.org_path, ?2, ?3, cast(?4 as text),"
                    + " cast(?5 as text), ?6, ?7, cast(?8 as bigint) from campaign_plan p join unit u on case when"
                    + " cast(?9 as text) is null then u.id = p.unit_id else u.code = ?9 and starts_with(u.org_path, p.org_path)"
                    + " end where p.id = ?1";
    private static final String TAKE_OVER =
            "update planned_activity a set kind = d.kind, title_zh = d.title_zh, title_en = d.title_en, place = d.place,"
                    + " starts_on = d.starts_on, ends_on = d.ends_on, unit_id = d.unit_id, org_path = d.org_path,"
                    + " changed_at = now(), version = a.version + 1 from planned_activity d where a.plan_id = ?"
                    + " and d.replaces_id = a.id";

    private Bound bound;
    private ActivityReader reader;

    @SuppressWarnings("NullAway.Init")
    Activities() {}

    @Inject
    Activities(Bound bound, ActivityReader reader) {
        this.bound = bound;
        this.reader = reader;
    }

    /** Those of a plan as they stand for whoever reads it, by day; the last dropped ones are left out. */
    @Transactional
    public List<ActivityView> of(long plan) {
        return reader.standing(plan);
    }

    /** Those of a plan as who writes or approves it has them: with what the revision under way changes. */
    @Transactional
    public List<ActivityView> written(long plan) {
        return reader.written(plan);
    }

    /**
     * Writes these in place of what the plan or its revision says; what is not among them is dropped.
     *
     * @throws Problem 400 for one that ends before it begins or whose house is not of the plan, 404 for one of another plan
     */
    @Transactional
    public void write(long plan, List<Activity> wanted) {
        if (wanted.size() > MOST) {
            throw Problem.invalid("activities", "campaign.invalid.activities", MOST);
        }
        Map<Long, ActivityView> known =
                reader.written(plan).stream().collect(Collectors.toMap(ActivityView::id, Function.identity()));
        bound.query(
                        "delete from planned_activity where plan_id = ? and status = 'PLANNED' and replaces_id is not null",
                        plan)
                .executeUpdate();
        Set<Long> kept = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            write(plan, wanted.get(i), i, known, kept);
        }
        for (ActivityView each : known.values()) {
            if (!kept.contains(each.id())) {
                drop(each);
            }
        }
    }

    private void write(long plan, Activity one, int row, Map<Long, ActivityView> known, Set<Long> kept) {
        if (one.lastDay().isBefore(one.startsOn())) {
            throw Problem.invalid("activities[" + row + "].endsOn", "campaign.invalid.ends-before");
        }
        if (one.id() == null) {
            draft(plan, one, row, null);
            return;
        }
        ActivityView before = known.get(one.id());
        if (before == null || !kept.add(one.id())) {
            throw Problem.notFound();
        }
        if (before.change() == ActivityView.Change.ADDED) {
            redraft(before.id(), one, row);
            return;
        }
        bound.query("update planned_activity set dropping = false where id = ? and dropping", before.id())
                .executeUpdate();
        ActivityView standing = before.before() == null ? before : before.before();
        if (!same(standing, one)) {
            draft(plan, one, row, before.id());
        }
    }

    private void draft(long plan, Activity one, int row, @Nullable Long replaces) {
        int added = bound.query(
                        DRAFT,
                        plan,
                        one.kind(),
                        one.titleZh(),
                        one.titleEn(),
                        one.place(),
                        one.startsOn(),
                        one.lastDay(),
                        replaces,
                        one.unit())
                .executeUpdate();
        requireHouse(added, row);
    }

    private static void requireHouse(int found, int row) {
        if (found == 0) {
            throw Problem.invalid("activities[" + row + "].unit", "campaign.invalid.activity-unit");
        }
    }

    private void redraft(long id, Activity one, int row) {
        int changed = bound.query(
                        "update planned_activity a set kind = ?2, title_zh = ?3, title_en = cast(?4 as text),"
                                + " place = cast(?5 as text), starts_on = ?6, ends_on = ?7, unit_id = u.id,"
                                + " org_path = u.org_path, changed_at = now(), version = a.version + 1"
                                + " from campaign_plan p join unit u on case when cast(?8 as text) is null then u.id = p.unit_id"
                                + " else u.code = ?8 and starts_with(u.org_path, p.org_path) end"
                                + " where a.id = ?1 and p.id = a.plan_id",
                        id,
                        one.kind(),
                        one.titleZh(),
                        one.titleEn(),
                        one.place(),
                        one.startsOn(),
                        one.lastDay(),
                        one.unit())
                .executeUpdate();
        requireHouse(changed, row);
    }

    private void drop(ActivityView one) {
        boolean draft = one.change() == ActivityView.Change.ADDED;
        bound.query(
                        draft
                                ? "delete from planned_activity where id = ?"
                                : "update planned_activity set dropping = true where id = ? and not dropping",
                        one.id())
                .executeUpdate();
    }

    private static boolean same(ActivityView one, Activity other) {
        return one.kind() == other.kind()
                && one.titleZh().equals(other.titleZh())
                && Objects.equals(one.titleEn(), other.titleEn())
                && one.startsOn().equals(other.startsOn())
                && one.endsOn().equals(other.lastDay())
                && Objects.equals(one.unit(), other.unit())
                && Objects.equals(one.place(), other.place());
    }

    /** Lets stand what the approved plan or revision says. */
    @Transactional
    public void approve(long plan) {
        bound.query(TAKE_OVER, plan).executeUpdate();
        bound.query("delete from planned_activity where plan_id = ? and replaces_id is not null", plan)
                .executeUpdate();
        bound.query(
                        "update planned_activity set status = case when dropping then 'DROPPED' else 'STANDING' end,"
                                + " dropping = false, changed_at = now(), version = version + 1"
                                + " where plan_id = ? and (dropping or status = 'PLANNED')",
                        plan)
                .executeUpdate();
    }
}
