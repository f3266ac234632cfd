package org.aeoreach.training.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The times of a session by the clock at its place, with those of its registration. */
record SessionDates(
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        @Nullable LocalDateTime registrationFrom,
        @Nullable LocalDateTime registrationUntil,
        @Nullable LocalDate releaseOn) {

    /** Registration from publication until it begins. */
    static SessionDates of(LocalDateTime startsAt, LocalDateTime endsAt) {
        return new SessionDates(startsAt, endsAt, null, null, null);
    }

    /** Those of another session, so many days later. */
    static SessionDates later(TrainingView like, long days) {
        LocalDate release = like.seats().releaseOn();
        return new SessionDates(
                like.local(like.startsAt()).plusDays(days),
                like.local(like.endsAt()).plusDays(days),
                later(like, like.registrationFrom(), days),
                later(like, like.registrationUntil(), days),
                release == null ? null : release.plusDays(days));
    }

    private static @Nullable LocalDateTime later(TrainingView like, @Nullable Instant at, long days) {
        return at == null ? null : like.local(at).plusDays(days);
    }
}
