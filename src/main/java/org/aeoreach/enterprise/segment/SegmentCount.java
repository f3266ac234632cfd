package org.aeoreach.enterprise.segment;

/**
 * How many enterprises a segment has for the viewer.
 *
 * @param number at most {@value #MOST}
 * @param more whether there are more than that
 * @param tooLong whether counting was given up after a few seconds; the number is 0 then
 */
public record SegmentCount(long number, boolean more, boolean tooLong) {

    /** Counted exactly up to here. */
    public static final int MOST = 100_000;

    static final SegmentCount GIVEN_UP = new SegmentCount(0, false, true);

    static SegmentCount of(long counted) {
        return counted > MOST ? new SegmentCount(MOST, true, false) : new SegmentCount(counted, false, false);
    }
}
