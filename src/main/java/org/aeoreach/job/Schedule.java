package org.aeoreach.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;
import org.aeoreach.platform.Time;

/** The slots in which the clock starts a job. Only the newest slot that has come is run: those missed before are not. */
public final class Schedule {

    private final UnaryOperator<Instant> latest;

    private Schedule(UnaryOperator<Instant> latest) {
        this.latest = latest;
    }

    /** Once a day at this time in Shanghai. */
    public static Schedule daily(LocalTime at) {
        return new Schedule(now -> {
            ZonedDateTime today = now.atZone(Time.ZONE).with(at);
            return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
        });
    }

    /** Again and again, from the full hour on when the pause divides an hour. */
    public static Schedule every(Duration pause) {
        long seconds = pause.toSeconds();
        return new Schedule(now -> Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds));
    }

    /** The newest slot at or before this moment. */
    Instant latest(Instant now) {
        return latest.apply(now);
    }
}
