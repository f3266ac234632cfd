package org.aeoreach.training.trainer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.outreach.task.Owners;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Reads and writes the pool of trainers. */
@ApplicationScoped
public class Trainers {

    private static final String ONE = TrainerView.SELECT + " where t.id = ?1";
    private static final String LISTED = TrainerView.SELECT + " where t.id > ?1 order by t.id limit ?2";
    private static final String TEACHING = TrainerView.SELECT + " where coalesce(t.until >= china_day(), true)"
            + " order by t.org_path desc, t.name_zh collate pinyin, t.id limit 300";
    private static final String SAME =
            "select 1 from training_trainer where unit_id = ?1 and account_id = cast(?2 as bigint)";
    private static final String ADD =
            "insert into training_trainer (unit_id, org_path, account_id, name_zh, name_en, organisation,"
                    + " qualification_zh, qualification_en, languages, until) values (?1, ?2, cast(?3 as bigint), ?4,"
                    + " cast(?5 as text), cast(?6 as text), ?7, cast(?8 as text), string_to_array(?9, ','),"
                    + " cast(?10 as date)) returning id";
    private static final String CHANGE =
            "update training_trainer set name_zh = ?3, name_en = cast(?4 as text), organisation = cast(?5 as text),"
                    + " qualification_zh = ?6, qualification_en = cast(?7 as text), languages = string_to_array(?8, ','),"
                    + " until = cast(?9 as date), version = version + 1 where id = ?1 and version = ?2";
    // A course he cannot read stays his.
    private static final String UNLINK = "delete from training_trainer_course p where p.trainer_id = ?1"
            + " and exists (select from training_course c where c.id = p.course_id)";
    private static final String LINK = "insert into training_trainer_course (trainer_id, course_id) select ?1, c.id"
            + " from training_course c where c.id = any (cast(string_to_array(?2, ',') as bigint[]))"
            + " on conflict do nothing";

    @Inject
    private Bound bound;

    @Inject
    private Owners officers;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    @Any
    private Instance<TrainerLoad> loads;

    private record Named(
            String zh, @Nullable String en, @Nullable String organisation) {}

    /** @throws Problem 404 when there is none of the viewer's unit, above or below it */
    @Transactional
    public TrainerView get(long id) {
        return Rows.one(bound.query(ONE, id), TrainerView::of).orElseThrow(Problem::notFound);
    }

    /** How much he teaches; empty while nothing is known of sessions of his. */
    @Transactional
    public Optional<TrainerLoad.Load> load(long id) {
        return loads.stream()
                .map(source -> source.of(List.of(id)).get(id))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Those of the viewer's unit, above and below it, in the order of their numbers. */
    @Transactional
    public Slice<TrainerView> list(long after, int limit) {
        return Slice.of(Rows.list(bound.query(LISTED, after, limit + 1), TrainerView::of), limit, TrainerView::id);
    }

    /** At most 300 whose time is not over, those nearest to the viewer's unit first. */
    @Transactional
    public List<TrainerView> teaching() {
        return Rows.list(bound.query(TEACHING), TrainerView::of);
    }

    /** Adds one to the pool of the viewer's unit. @throws Problem 400 at the field */
    @Transactional
    public long add(NewTrainer wanted) {
        Viewer me = viewer.require();
        Named named = wanted.accountId() == null ? outsider(wanted) : officer(wanted, wanted.accountId());
        if (wanted.accountId() != null
                && !bound.query(SAME, me.unitId(), wanted.accountId())
                        .getResultList()
                        .isEmpty()) {
            throw Problem.invalid("accountId", "trainer.invalid.twice");
        }
        long id = Rows.one(
                        bound.query(
                                ADD,
                                me.unitId(),
                                me.orgPath(),
                                text(wanted.accountId()),
                                named.zh(),
                                named.en(),
                                named.organisation(),
                                wanted.qualificationZh(),
                                wanted.qualificationEn(),
                                wanted.languages(),
                                text(wanted.teachesUntil())),
                        row -> row.id(0))
                .orElseThrow();
        link(id, wanted);
        record("training.trainer-add", id, me.orgPath(), Changes.none().with("name", named.zh()));
        return id;
    }

    /**
     * What is known of him; who he is stays. An officer of the viewer's range is named by his account as it is now.
     *
     * @throws Problem 400 at the field, 404 when he is not the viewer's to change, 412 when he has changed since
     */
    @Transactional
    public void change(long id, long version, NewTrainer wanted) {
        TrainerView seen = own(id);
        Versions.check(version, seen.version());
        if (!Objects.equals(wanted.accountId(), seen.accountId())) {
            throw Problem.invalid("accountId", "trainer.invalid.another");
        }
        Named named = seen.accountId() == null ? outsider(wanted) : renamed(seen, seen.accountId());
        int changed = bound.query(
                        CHANGE,
                        id,
                        version,
                        named.zh(),
                        named.en(),
                        named.organisation(),
                        wanted.qualificationZh(),
                        wanted.qualificationEn(),
                        wanted.languages(),
                        text(wanted.teachesUntil()))
                .executeUpdate();
        Versions.check(1, changed);
        link(id, wanted);
        record(
                "training.trainer-change",
                id,
                seen.orgPath(),
                Changes.none()
                        .with("name", seen.name(), named.zh())
                        .with("until", seen.teachesUntil(), wanted.teachesUntil())
                        .with("qualificationZh", seen.qualificationZh(), wanted.qualificationZh())
                        .with(
                                "courseLanguages",
                                seen.languages().toString(),
                                wanted.languages().toString())
                        .with(
                                "taughtCourses",
                                seen.courses().toString(),
                                wanted.courses().toString()));
    }

    /** The trainer, when the viewer may change him. @throws Problem 404 */
    @Transactional
    public TrainerView own(long id) {
        TrainerView seen = get(id);
        if (!seen.own()) {
            throw Problem.notFound();
        }
        return seen;
    }

    private void link(long id, NewTrainer wanted) {
        bound.query(UNLINK, id).executeUpdate();
        if (!wanted.courses().isEmpty()) {
            bound.query(LINK, id, wanted.courses()).executeUpdate();
        }
    }

    private static Named outsider(NewTrainer wanted) {
        if (wanted.name() == null) {
            throw Problem.invalid("name", "trainer.invalid.who");
        }
        if (wanted.organisation() == null) {
            throw Problem.invalid("organisation", "trainer.invalid.organisation");
        }
        return new Named(wanted.name(), wanted.latinName(), wanted.organisation());
    }

    private Named officer(NewTrainer wanted, long account) {
        if (wanted.name() != null || wanted.organisation() != null) {
            throw Problem.invalid("accountId", "trainer.invalid.both");
        }
        return officers.find(account)
                .map(owner -> new Named(owner.nameZh(), owner.nameEn(), null))
                .orElseThrow(() -> Problem.invalid("accountId", "trainer.invalid.officer"));
    }

    /** One who has left the viewer's range keeps the name he had. */
    private Named renamed(TrainerView seen, long account) {
        return officers.find(account)
                .map(owner -> new Named(owner.nameZh(), owner.nameEn(), null))
                .orElseGet(() -> new Named(seen.name(), seen.latinName(), null));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void record(String action, long id, String path, Changes changes) {
        audit.record(action, new AuditTrail.Subject("training_trainer", id, path), changes);
    }
}
