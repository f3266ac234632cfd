package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.training.session.Trainings;
import org.aeoreach.web.Versions;

/** Plans what stands in the programme of a conference: sessions below it. */
@ApplicationScoped
public class PlanProgramme {

    /** Parts of a conference at most. */
    static final int MOST = 200;

    private static final String ADD =
            "insert into training_session (unit_id, org_path, account_id, kind, language, audience, zone, title_zh, starts_at,"
                    + " ends_at, parent_id, part, reminders) select s.unit_id, s.org_path, s.account_id, s.kind, s.language, s.audience,"
                    + " s.zone, ?2, ?3, ?4, s.id, ?5, '{}' from training_session s where s.id = ?1 returning id";
    private static final String CHANGE =
            "update training_session set part = ?2, title_zh = ?3, title_en = cast(?4 as text), text_zh = cast(?5 as text),"
                    + " text_en = cast(?6 as text), starts_at = ?7, ends_at = ?8, track_id = cast(?9 as bigint),"
                    + " place_zh = cast(?10 as text), place_en = cast(?11 as text), capacity = cast(?12 as int),"
                    + " reason = cast(?13 as text), zone = ?15, sequence = sequence + ?14, changed_at = now(), version = version + 1"
                    + " where id = ?1";
    private static final String PUBLISH =
            "update training_session set status = 'PUBLISHED', changed_at = now(), version = version + 1"
                    + " where id = ?1 and status = 'DRAFT'";

    private static final String OFF =
            "update training_session set status = 'CANCELLED', reason = ?2, sequence = sequence + 1, changed_at = now(),"
                    + " version = version + 1 where id = ?1";

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Programmes programmes;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A draft. @throws Problem 400 at the field, 404 when the conference is not the viewer's to change, 409 when it is over */
    @Transactional
    public PartView add(long conference, NewPart wanted) {
        TrainingView seen = open(conference);
        check(programmes.planned(seen), wanted);
        long id = Rows.one(
                        bound.query(
                                ADD,
                                conference,
                                wanted.titleZh().strip(),
                                at(seen, wanted, wanted.startTime()),
                                at(seen, wanted, wanted.endTime()),
                                wanted.part()),
                        row -> row.id(0))
                .orElseThrow();
        write(seen, id, wanted, 0);
        if (wanted.seats() != null) {
            settle(id);
        }
        return recorded("training.part-add", seen, id);
    }

    /**
     * Writes it anew; where it is out and its time or place changes, those registered for it are told.
     *
     * @throws Problem as {@link #add}, 412 when it has changed since
     */
    @Transactional
    public PartView change(long conference, long id, long version, NewPart wanted) {
        TrainingView seen = open(conference);
        check(programmes.planned(seen), wanted);
        PartView before = held(seen, id, version);
        boolean moved = before.status() == TrainingStatus.PUBLISHED
                && before.endsAt().isAfter(clock.instant())
                && moved(before, seen, wanted);
        write(seen, id, wanted, moved ? 1 : 0);
        if (moved || !Objects.equals(wanted.seats(), before.seats())) {
            settle(id);
        }
        if (moved) {
            bound.query("select training_tell_all(?1, 'MOVED')", id).getSingleResult();
        }
        return recorded(moved ? "training.part-move" : "training.part-change", seen, id);
    }

    private static boolean moved(PartView before, TrainingView conference, NewPart wanted) {
        return !at(conference, wanted, wanted.startTime()).toInstant().equals(before.startsAt())
                || !at(conference, wanted, wanted.endTime()).toInstant().equals(before.endsAt())
                || !Objects.equals(wanted.placeZh(), before.placeZh())
                || !Objects.equals(wanted.placeEn(), before.placeEn());
    }

    /** Takes away one that nobody has seen yet. @throws Problem 404, 409 when it is out */
    @Transactional
    public void remove(long conference, long id) {
        TrainingView seen = open(conference);
        PartView gone = part(seen, id);
        if (gone.status() != TrainingStatus.DRAFT) {
            throw new Problem(409, "conference.problem.out");
        }
        bound.query("delete from training_session where id = ?1 and status = 'DRAFT'", id)
                .executeUpdate();
        record("training.part-remove", seen, Changes.none().with("title", gone.titleZh()));
    }

    /**
     * Calls one off that is out; everybody who is in or waits for it is told why.
     *
     * @throws Problem as {@link #change}; 409 when it is a draft, which is removed
     */
    @Transactional
    public PartView callOff(long conference, long id, long version, Trainings.Off off) {
        TrainingView seen = open(conference);
        if (held(seen, id, version).status() == TrainingStatus.DRAFT) {
            throw new Problem(409, "conference.problem.not-out");
        }
        bound.query(OFF, id, off.reason().strip()).executeUpdate();
        bound.query("select training_tell_all(?1, 'CALLED_OFF')", id).getSingleResult();
        return recorded("training.part-call-off", seen, id);
    }

    /** Has everybody see the parts that are still drafts. @throws Problem 409 when the conference itself is not out */
    @Transactional
    public void publish(long conference) {
        TrainingView seen = open(conference);
        if (seen.status() != TrainingStatus.PUBLISHED) {
            throw new Problem(409, "conference.problem.draft");
        }
        bound.query("select 1 from training_hold(?1)", conference).getSingleResult();
        for (PartView part : programmes.planned(seen).parts()) {
            if (bound.query(PUBLISH, part.id()).executeUpdate() > 0) {
                settle(part.id());
            }
        }
        record("training.publish-parts", seen, Changes.none());
    }

    /** One the viewer may change and that is not over. */
    TrainingView open(long conference) {
        TrainingView seen = trainings.own(conference);
        if (!programmes.is(seen)) {
            throw Problem.notFound();
        }
        if (seen.template()) {
            throw new Problem(409, "conference.problem.template");
        }
        if (seen.status() != TrainingStatus.DRAFT && seen.status() != TrainingStatus.PUBLISHED) {
            throw new Problem(409, "session.problem.over");
        }
        return seen;
    }

    private PartView held(TrainingView conference, long id, long version) {
        part(conference, id);
        bound.query("select 1 from training_hold(?1)", id).getSingleResult();
        PartView held = part(conference, id);
        Versions.check(version, held.version());
        if (held.over()) {
            throw new Problem(409, "session.problem.over");
        }
        return held;
    }

    /** @throws Problem 404 when it is no part of the conference */
    PartView part(TrainingView conference, long id) {
        return programmes.planned(conference).part(id).orElseThrow(Problem::notFound);
    }

    private static void check(Programme programme, NewPart wanted) {
        if (!wanted.startTime().isBefore(wanted.endTime())) {
            throw Problem.invalid("endTime", "session.invalid.ends");
        }
        if (wanted.track() != null && programme.tracks().stream().noneMatch(each -> wanted.track() == each.id())) {
            throw Problem.invalid("track", "web.invalid.choice");
        }
        if (wanted.seats() != null && wanted.part() != ConferencePart.BREAKOUT) {
            throw Problem.invalid("seats", "conference.invalid.seats");
        }
        if (programme.parts().size() >= MOST) {
            throw new Problem(409, "conference.problem.parts", MOST);
        }
    }

    private void write(TrainingView conference, long id, NewPart wanted, int sequence) {
        bound.query(
                        CHANGE,
                        id,
                        wanted.part(),
                        wanted.titleZh().strip(),
                        wanted.titleEn(),
                        wanted.aboutZh(),
                        wanted.aboutEn(),
                        at(conference, wanted, wanted.startTime()),
                        at(conference, wanted, wanted.endTime()),
                        wanted.track(),
                        wanted.placeZh(),
                        wanted.placeEn(),
                        wanted.seats(),
                        wanted.reason(),
                        sequence,
                        conference.zone())
                .executeUpdate();
    }

    /** @throws Problem 400 where seats do not add up */
    void settle(long session) {
        long moved = Rows.one(
                        bound.query(
                                "select training_resettle(?1, ?2)",
                                session,
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> row.id(0))
                .orElseThrow();
        if (moved == -1) {
            throw Problem.invalid("typeSeats", "conference.invalid.seats-beyond");
        }
        if (moved == -2) {
            throw Problem.invalid("seats", "session.invalid.taken-beyond");
        }
    }

    private static OffsetDateTime at(TrainingView conference, NewPart wanted, LocalTime time) {
        return wanted.startDay()
                .atTime(time)
                .atZone(ZoneId.of(conference.zone()))
                .toInstant()
                .atOffset(ZoneOffset.UTC);
    }

    private PartView recorded(String action, TrainingView conference, long id) {
        PartView now = part(conference, id);
        record(
                action,
                conference,
                Changes.none()
                        .with("agenda", now.number())
                        .with("titleZh", now.titleZh())
                        .with("startsAt", now.startsAt())
                        .with("seats", now.seats())
                        .with("reason", now.reason()));
        return now;
    }

    /** On the conference. */
    void record(String action, TrainingView conference, Changes changes) {
        audit.record(
                action,
                new AuditTrail.Subject("training_session", conference.id(), conference.orgPath()),
                changes.with("number", conference.number()));
    }
}
