package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.training.TrainingAudience;
import org.jspecify.annotations.Nullable;

/** What of a session has to fit together, whoever plans it and however. */
@ApplicationScoped
class SessionFacts {

    /** Most sessions are there, which need not be looked up. */
    private static final String USUAL = "Asia/Shanghai";

    private static final String UTC = "UTC";
    private static final String PARTS = "select 1 from training_session p where p.parent_id = ?1 union all"
            + " select 1 from training_track t where t.session_id = ?1 union all"
            + " select 1 from training_delegate_type d where d.session_id = ?1 limit 1";
    private static final String COURSE = "select title_zh, title_en from training_course c where c.id = ?1"
            + " and (c.status = 'OPEN' or c.id = cast(?2 as bigint))";

    private static final String PLANNED = "select 1 from planned_activity a where a.id = ?1 and a.status <> 'PLANNED'"
            + " and a.campaign_id = cast(?2 as bigint)";

    @Inject
    private Bound bound;

    /** What a session is called. */
    record Title(String zh, @Nullable String en) {}

    /** @throws Problem 400 at the field */
    @Transactional(Transactional.TxType.MANDATORY)
    void check(NewTraining wanted) {
        times(wanted);
        seats(wanted);
        link(wanted);
        if (wanted.audience().contains(TrainingAudience.OFFICERS)
                && wanted.audience().size() > 1) {
            throw Problem.invalid("audience", "planning.invalid.officers-alone");
        }
        if (wanted.planned() != null
                && bound.query(PLANNED, wanted.planned(), wanted.campaign())
                        .getResultList()
                        .isEmpty()) {
            throw Problem.invalid("planned", "session.invalid.planned");
        }
        if (wanted.campaign() != null
                && bound.query("select 1 from campaign where id = ?1", wanted.campaign())
                        .getResultList()
                        .isEmpty()) {
            throw Problem.invalid("campaign", "web.invalid.choice");
        }
    }

    /** Who is admitted, and of what it consists, hang on its kind. @throws Problem 400 where it can be changed no more */
    @Transactional(Transactional.TxType.MANDATORY)
    void checkKind(TrainingView before, NewTraining wanted) {
        if (wanted.kind() == before.kind()) {
            return;
        }
        Set<TrainingKind> either = EnumSet.of(wanted.kind(), before.kind());
        if (before.status() != TrainingStatus.DRAFT
                && (either.contains(TrainingKind.OBSERVATION) || either.contains(TrainingKind.CONFERENCE))) {
            throw Problem.invalid("kind", "planning.invalid.kind-out");
        }
        if (before.kind() == TrainingKind.CONFERENCE
                && !bound.query(PARTS, before.id()).getResultList().isEmpty()) {
            throw Problem.invalid("kind", "planning.invalid.kind-parts");
        }
    }

    private static void link(NewTraining wanted) {
        if (wanted.link() != null) {
            try {
                new URI(wanted.link());
            } catch (URISyntaxException none) {
                throw Problem.invalid("link", "web.invalid.Pattern");
            }
        }
    }

    private void times(NewTraining wanted) {
        knownZone(wanted);
        if (!wanted.startsAt().isBefore(wanted.endsAt())) {
            throw Problem.invalid("endTime", "session.invalid.ends");
        }
        if (wanted.registrationFrom() != null
                && wanted.registrationUntil() != null
                && !wanted.registrationFrom().isBefore(wanted.registrationUntil())) {
            throw Problem.invalid("registrationUntil", "session.invalid.registration");
        }
    }

    private static void seats(NewTraining wanted) {
        if (wanted.seats() == null && !wanted.quotas().isEmpty()) {
            throw Problem.invalid("seats", "session.invalid.capacity-needed");
        }
        Set<String> units = new HashSet<>();
        wanted.quotas().stream()
                .filter(each -> !units.add(each.unit()))
                .findFirst()
                .ifPresent(twice -> {
                    throw Problem.invalid("quotas", "session.invalid.quota-twice", twice.unit());
                });
    }

    /**
     * As typed, or that of the course.
     *
     * @param had the course it has already, which may be retired by now, or null
     * @throws Problem 400 at the field
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Title title(NewTraining wanted, @Nullable Long had) {
        if (wanted.course() == null) {
            if (wanted.titleZh() == null) {
                throw Problem.invalid("titleZh", "web.invalid.NotBlank");
            }
            return new Title(wanted.titleZh().strip(), wanted.titleEn());
        }
        Title ofCourse = Rows.one(
                        bound.query(COURSE, wanted.course(), had), row -> new Title(row.text(0), row.textOrNull(1)))
                .orElseThrow(() -> Problem.invalid("course", "web.invalid.choice"));
        return wanted.titleZh() == null
                ? new Title(ofCourse.zh(), wanted.titleEn() == null ? ofCourse.en() : wanted.titleEn())
                : new Title(wanted.titleZh().strip(), wanted.titleEn());
    }

    /** One that the database knows by the same name: it reads "UTC+8" the other way round. */
    private void knownZone(NewTraining wanted) {
        String zone = zone(wanted).getId();
        if (!zone.equals(USUAL)
                && !zone.equals(UTC)
                && bound.query("select 1 from pg_timezone_names z where z.name = ?1", zone)
                        .getResultList()
                        .isEmpty()) {
            throw Problem.invalid("zone", "web.invalid.choice");
        }
    }

    static ZoneId zone(NewTraining wanted) {
        String zone = wanted.zone();
        if (!zone.equals(UTC)
                && !(zone.contains("/") && ZoneId.getAvailableZoneIds().contains(zone))) {
            throw Problem.invalid("zone", "web.invalid.choice");
        }
        return ZoneId.of(zone);
    }

    static OffsetDateTime at(NewTraining wanted, LocalDateTime local) {
        return local.atZone(zone(wanted)).toInstant().atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(NewTraining wanted, @Nullable LocalDateTime local) {
        return local == null ? null : at(wanted, local);
    }

    /** From when to when it lasts. */
    static RoomKeeper.Span span(NewTraining wanted) {
        return new RoomKeeper.Span(
                at(wanted, wanted.startsAt()).toInstant(),
                at(wanted, wanted.endsAt()).toInstant());
    }
}
