package org.aeoreach.training.base;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Versions;

/** Reads and changes rooms. */
@ApplicationScoped
public class TrainingRooms {

    private static final String ONE = RoomView.SELECT + " where r.id = ?1";
    private static final String OF_BASE =
            RoomView.SELECT + " where r.base_id = ?1 order by (r.closed_on is not null), r.online, r.id limit 200";
    private static final String OPEN = RoomView.SELECT
            + " where r.closed_on is null and b.closed_on is null and (not ?1 or r.online) order by "
            + BaseView.own("r")
            + " desc, b.name_zh collate pinyin, b.id, r.online, r.id limit 500";
    private static final String SAME = "select 1 from training_room where base_id = ?1 and name_zh = ?2 and id <> ?3";
    private static final String ADD = "insert into training_room (base_id, unit_id, org_path, name_zh, name_en,"
            + " capacity, equipment, online, link, approval) select b.id, b.unit_id, b.org_path, ?2, cast(?3 as text),"
            + " cast(?4 as int), string_to_array(?5, ','), ?6, cast(?7 as text), ?8 from training_base b where b.id = ?1"
            + " returning id";
    private static final String CHANGE = "update training_room set name_zh = ?2, name_en = cast(?3 as text),"
            + " capacity = cast(?4 as int), equipment = string_to_array(?5, ','), online = ?6, link = cast(?7 as text),"
            + " approval = ?8, version = version + 1 where id = ?1";
    private static final String CLOSE =
            "update training_room set closed_on = cast(?2 as date), version = version + 1 where id = ?1";
    // Two bookings of one time could stand as long as the room took everybody.
    private static final String TWICE = "select 1 from training_booking a join training_booking b on b.room_id ="
            + " a.room_id and b.id > a.id and b.during && a.during and b.status = 'APPROVED'"
            + " where a.room_id = ?1 and a.status = 'APPROVED' limit 1";

    @Inject
    private Bound bound;

    @Inject
    private Bases bases;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @throws Problem 404 when there is none */
    @Transactional
    public RoomView get(long id) {
        return Rows.one(bound.query(ONE, id), RoomView::of).orElseThrow(Problem::notFound);
    }

    /** Those of a base, at most 200; closed ones last. */
    @Transactional
    public List<RoomView> of(long base) {
        return Rows.list(bound.query(OF_BASE, base), RoomView::of);
    }

    /** At most 500 that can be booked, those the viewer decides about first. @param online only rooms that are no places */
    @Transactional
    public List<RoomView> open(boolean online) {
        return Rows.list(bound.query(OPEN, online), RoomView::of);
    }

    /** Adds one to a base. @throws Problem 400 at the field, 403 when the base is not the viewer's to change */
    @Transactional
    public long add(long base, NewRoom wanted) {
        BaseView of = bases.get(base);
        if (!of.own()) {
            throw Problem.forbidden();
        }
        check(wanted, base, 0);
        long id = Rows.one(
                        bound.query(
                                ADD,
                                base,
                                wanted.roomZh(),
                                wanted.roomEn(),
                                wanted.roomCapacity(),
                                wanted.equipment(),
                                wanted.roomOnline(),
                                wanted.roomLink(),
                                wanted.roomApproval()),
                        row -> row.id(0))
                .orElseThrow();
        audit.record(
                "training.add-room",
                new AuditTrail.Subject("training_room", id, of.orgPath()),
                Changes.none().with("name", wanted.roomZh()).with("capacity", wanted.roomCapacity()));
        return id;
    }

    /** @throws Problem 400 at the field, 403 when it is not the viewer's to change, 412 when it has changed since */
    @Transactional
    public void change(long id, long version, NewRoom wanted) {
        RoomView seen = own(id, version);
        check(wanted, seen.baseId(), id);
        boolean everybody = wanted.roomOnline() && wanted.roomCapacity() == null;
        if (!seen.sole()
                && !everybody
                && !bound.query(TWICE, id).getResultList().isEmpty()) {
            throw Problem.invalid("roomCapacity", "venue.invalid.taken-twice");
        }
        bound.query(
                        CHANGE,
                        id,
                        wanted.roomZh(),
                        wanted.roomEn(),
                        wanted.roomCapacity(),
                        wanted.equipment(),
                        wanted.roomOnline(),
                        wanted.roomLink(),
                        wanted.roomApproval())
                .executeUpdate();
        audit.record(
                "training.change-room",
                subject(seen),
                Changes.none()
                        .with("name", seen.roomZh(), wanted.roomZh())
                        .with("capacity", seen.capacity(), wanted.roomCapacity())
                        .with("online", seen.online(), wanted.roomOnline())
                        .with("approval", seen.approval(), wanted.roomApproval()));
    }

    /** Takes it out of use from today, or into use again; bookings that are approved stay. Refuses as {@link #change}. */
    @Transactional
    public void close(long id, long version, boolean closed) {
        RoomView seen = own(id, version);
        bound.query(CLOSE, id, closed ? Time.today(clock).toString() : null).executeUpdate();
        audit.record(
                closed ? "training.close-room" : "training.reopen-room",
                subject(seen),
                Changes.none().with("name", seen.roomZh()));
    }

    private RoomView own(long id, long version) {
        RoomView seen = get(id);
        if (!seen.own()) {
            throw Problem.forbidden();
        }
        Versions.check(version, seen.version());
        return seen;
    }

    private static AuditTrail.Subject subject(RoomView seen) {
        return new AuditTrail.Subject("training_room", seen.id(), seen.orgPath());
    }

    private void check(NewRoom wanted, long base, long id) {
        if (wanted.roomCapacity() == null && !wanted.roomOnline()) {
            throw Problem.invalid("roomCapacity", "venue.invalid.capacity");
        }
        if (wanted.roomLink() != null && !wanted.roomOnline()) {
            throw Problem.invalid("roomLink", "venue.invalid.link-of-place");
        }
        if (wanted.roomLink() != null && !wanted.roomLink().matches("https://[^\\s\"'<>/][^\\s\"'<>]*")) {
            throw Problem.invalid("roomLink", "venue.invalid.link");
        }
        if (!bound.query(SAME, base, wanted.roomZh(), id).getResultList().isEmpty()) {
            throw Problem.invalid("roomZh", "venue.invalid.room-name");
        }
    }
}
