package org.aeoreach.training.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.OrgPath;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.Slice;
import org.aeoreach.web.Versions;
import org.jspecify.annotations.Nullable;

/** Reads and changes bases. */
@ApplicationScoped
public class Bases {

    private static final String ONE = BaseView.SELECT + " where b.id = ?1";
    private static final String LISTED = BaseView.SELECT + " where b.id > ?1 order by b.id limit ?2";
    private static final String SAME = "select 1 from training_base where unit_id = coalesce((select b.unit_id from"
            + " training_base b where b.id = ?3), ?1) and name_zh = ?2 and id <> ?3";
    private static final String ADD = "insert into training_base (unit_id, org_path, kind, name_zh, name_en,"
            + " address_zh, address_en, founded_on, areas, note_zh, note_en, source, certain) values (?1, ?2, ?3, ?4,"
            + " cast(?5 as text), cast(?6 as text), cast(?7 as text), cast(?8 as text), string_to_array(?9, ','),"
            + " cast(?10 as text), cast(?11 as text), cast(?12 as text), not ?13) returning id";
    private static final String CHANGE = "update training_base set kind = ?2, name_zh = ?3, name_en = cast(?4 as text),"
            + " address_zh = cast(?5 as text), address_en = cast(?6 as text), founded_on = cast(?7 as text),"
            + " areas = string_to_array(?8, ','), note_zh = cast(?9 as text), note_en = cast(?10 as text),"
            + " source = cast(?11 as text), certain = not ?12, version = version + 1 where id = ?1";
    private static final String CLOSE =
            "update training_base set closed_on = cast(?2 as date), version = version + 1 where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    /** @throws Problem 404 when there is none */
    @Transactional
    public BaseView get(long id) {
        return Rows.one(bound.query(ONE, id), BaseView::of).orElseThrow(Problem::notFound);
    }

    /** All of them, closed ones too, in the order of their numbers. */
    @Transactional
    public Slice<BaseView> list(long after, int limit) {
        return Slice.of(Rows.list(bound.query(LISTED, after, limit + 1), BaseView::of), limit, BaseView::id);
    }

    /** Adds one for the viewer's unit. @throws Problem 400 at the field */
    @Transactional
    public long add(NewBase wanted) {
        Viewer me = viewer.require();
        check(wanted, me.unitId(), 0, me.orgPath());
        long id = Rows.one(
                        bound.query(
                                ADD,
                                me.unitId(),
                                me.orgPath(),
                                wanted.baseKind(),
                                wanted.nameZh(),
                                wanted.nameEn(),
                                wanted.addressZh(),
                                wanted.addressEn(),
                                wanted.foundedOn(),
                                wanted.areas(),
                                wanted.noteZh(),
                                wanted.noteEn(),
                                wanted.source(),
                                wanted.uncertain()),
                        row -> row.id(0))
                .orElseThrow();
        audit.record(
                "training.add-base",
                new AuditTrail.Subject("training_base", id, me.orgPath()),
                Changes.none().with("kind", wanted.baseKind()).with("name", wanted.nameZh()));
        return id;
    }

    /** @throws Problem 400 at the field, 403 when it is neither the viewer's unit's nor one below's, 412 when it has changed since */
    @Transactional
    public void change(long id, long version, NewBase wanted) {
        BaseView seen = own(id, version);
        check(wanted, viewer.require().unitId(), id, seen.orgPath());
        bound.query(
                        CHANGE,
                        id,
                        wanted.baseKind(),
                        wanted.nameZh(),
                        wanted.nameEn(),
                        wanted.addressZh(),
                        wanted.addressEn(),
                        wanted.foundedOn(),
                        wanted.areas(),
                        wanted.noteZh(),
                        wanted.noteEn(),
                        wanted.source(),
                        wanted.uncertain())
                .executeUpdate();
        audit.record("training.change-base", subject(seen), changes(seen, wanted));
    }

    private static Changes changes(BaseView seen, NewBase wanted) {
        return Changes.none()
                .with("kind", seen.kind(), wanted.baseKind())
                .with("name", seen.nameZh(), wanted.nameZh())
                .with("address", seen.addressZh(), wanted.addressZh())
                .with("foundedOn", seen.foundedOn(), wanted.foundedOn())
                .with("source", seen.source(), wanted.source())
                .with("uncertain", seen.uncertain(), wanted.uncertain());
    }

    /** Takes it out of use from today, its rooms with it, or into use again; bookings that are approved stay. Refuses as {@link #change}. */
    @Transactional
    public void close(long id, long version, boolean closed) {
        BaseView seen = own(id, version);
        bound.query(CLOSE, id, closed ? Time.today(clock).toString() : null).executeUpdate();
        audit.record(
                closed ? "training.close-base" : "training.reopen-base",
                subject(seen),
                Changes.none().with("name", seen.nameZh()));
    }

    private BaseView own(long id, long version) {
        BaseView seen = get(id);
        if (!seen.own()) {
            throw Problem.forbidden();
        }
        Versions.check(version, seen.version());
        return seen;
    }

    private static AuditTrail.Subject subject(BaseView seen) {
        return new AuditTrail.Subject("training_base", seen.id(), seen.orgPath());
    }

    /** A base is not said to be one without saying where that is known from. */
    private void check(NewBase wanted, long unit, long id, String path) {
        Founded.check(wanted.foundedOn());
        if (wanted.baseKind() == BaseKind.NATIONAL && !OrgPath.root(path)) {
            throw Problem.invalid("baseKind", "venue.invalid.national");
        }
        required(wanted.baseKind() != BaseKind.VENUE, "source", wanted.source());
        if (!bound.query(SAME, unit, wanted.nameZh(), id).getResultList().isEmpty()) {
            throw Problem.invalid("nameZh", "venue.invalid.base-name");
        }
    }

    private static void required(boolean needed, String field, @Nullable String text) {
        if (needed && text == null) {
            throw Problem.invalid(field, "venue.invalid.source");
        }
    }
}
