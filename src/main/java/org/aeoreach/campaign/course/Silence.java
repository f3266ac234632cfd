package org.aeoreach.campaign.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.campaign.coverage.UnitPlace;
import org.jspecify.annotations.Nullable;

/**
 * Where enterprises in scope were not contacted for long.
 *
 * @param segment the saved one units are narrowed to, or 0
 * @param since the day from which on nobody contacted those that are silent
 * @param computedAt when it was looked up; null when it was not yet
 * @param areas what is wholly silent first, then by the share that is
 */
public record Silence(
        int months,
        By by,
        long segment,
        LocalDate since,
        @Nullable Instant computedAt,
        List<Area> areas) {

    /** What an area is. */
    public enum By {
        UNIT,
        SEGMENT
    }

    /**
     * A unit, or the enterprises of one audience, size and sector.
     *
     * @param unit null for a segment
     * @param itself whether it is what is registered with the unit itself, beside those below it
     * @param audience empty for a unit, as size and sector; these are NONE where they are not known
     * @param last last contact with any of them, or null
     */
    public record Area(
            @Nullable UnitPlace unit,
            boolean itself,
            String audience,
            String size,
            String sector,
            long inScope,
            long silent,
            @Nullable LocalDate last) {

        public boolean wholly() {
            return silent == inScope;
        }

        /** Share that is silent in per cent, rounded down. */
        public long percent() {
            return inScope == 0 ? 0 : silent * 100 / inScope;
        }
    }

    public long silent() {
        return areas.stream().mapToLong(Area::silent).sum();
    }
}
