package org.aeoreach.training.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.registration.Registrations;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;
import org.jspecify.annotations.Nullable;

/** Lets people check themselves in with the code shown in the room. */
@ApplicationScoped
public class SelfCheckIn {

    @Inject
    private Bound bound;

    @Inject
    private TrainingReader trainings;

    @Inject
    private RateLimits limits;

    @Inject
    private Configuration configuration;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    private record Room(long registration, long session, String path, byte[] secret) {}

    /** Whose registration it is: by a secret link, or one the viewer may act for. */
    record Who(@Nullable LinkToken token, long registration) {

        byte @Nullable [] hash() {
            return token == null ? null : token.hash();
        }
    }

    /** What is shown now. @throws Problem 404 when the session is not the viewer's to hold, or is not out */
    @Transactional
    public ShownCode shown(long session) {
        trainings.own(session);
        byte[] secret = Rows.one(
                        bound.query("select encode(training_room_secret(?1), 'hex')", session),
                        row -> Optional.ofNullable(row.textOrNull(0)))
                .flatMap(found -> found)
                .map(HexFormat.of()::parseHex)
                .orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        String code = new RoomCode(secret).at(now);
        int seconds = RoomCode.SECONDS - (int) (now.getEpochSecond() % RoomCode.SECONDS);
        return new ShownCode(
                code, seconds, configuration.baseUrl() + "/portal/trainings/" + session + "/arrival?code=" + code);
    }

    /** People of the viewer's enterprise who hold a seat, or himself where he registered himself. */
    @Transactional
    public List<Comer> mine(long session) {
        return Rows.list(
                bound.query(
                        "select r.id, r.name from training_registration r where r.session_id = ?1"
                                + " and r.status = 'REGISTERED' and "
                                + Registrations.OURS + " order by r.name limit 100",
                        session),
                row -> new Comer(row.id(0), row.text(1)));
    }

    /** Whether he can check himself in now. */
    @Transactional
    public boolean open(Who who) {
        return room(who).isPresent();
    }

    /**
     * He is there, if it is the code shown now or a minute ago.
     *
     * @throws Problem 404 when it is not his to do or not now, 400 at the field for another code, 429 after ten within a
     *     minute
     */
    @Transactional
    public void arrive(Who who, TypedCode typed) {
        Room room = room(who).orElseThrow(() -> new Problem(404, "checkin.problem.not-now"));
        limits.takeFor(Limit.SIGN_IN, "room:" + room.registration());
        if (!new RoomCode(room.secret()).holds(typed.digits(), clock.instant())) {
            throw Problem.invalid("roomCode", "checkin.invalid.room-code");
        }
        String outcome = Rows.one(
                        bound.query(
                                "select training_self_check_in(cast(?1 as bytea), ?2, cast(?3 as uuid), ?4)",
                                who.hash(),
                                who.registration(),
                                UUID.randomUUID().toString(),
                                now()),
                        row -> Optional.ofNullable(row.textOrNull(0)))
                .flatMap(found -> found)
                .orElseThrow(Problem::notFound);
        audit.record(
                "training.self-check-in",
                new AuditTrail.Subject("training_session", room.session(), room.path()),
                Changes.none().with("outcome", outcome));
    }

    private Optional<Room> room(Who who) {
        return Rows.one(
                bound.query(
                        "select registration, session_id, session_path, encode(secret, 'hex')"
                                + " from training_room_of(cast(?1 as bytea), ?2, ?3)",
                        who.hash(),
                        who.registration(),
                        now()),
                row -> new Room(
                        row.id(0), row.id(1), row.text(2), HexFormat.of().parseHex(row.text(3))));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
