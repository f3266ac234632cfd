package org.aeoreach.enquiry.routing;

import org.aeoreach.enquiry.EnquiryLevel;
import org.jspecify.annotations.Nullable;

/**
 * Where a question goes.
 *
 * @param officerId who takes it; null: the queue of the unit
 * @param coordinatorId who looks after the enterprise, or null
 * @param audience what the enterprise is to campaigns and answers, or null
 */
public record Place(
        long unitId,
        String orgPath,
        EnquiryLevel level,
        @Nullable Enterprise enterprise,
        @Nullable String audience,
        @Nullable Long officerId,
        @Nullable Long coordinatorId,
        Why why) {

    /** The enterprise and where it is registered. */
    public record Enterprise(long id, long unitId, String path) {}

    /** What decided who takes it. */
    public enum Why {
        /** The unit has it in its queue. */
        QUEUE,
        COORDINATOR,
        SUBSTITUTE,
        TOPIC,
        ROUND_ROBIN,
        /** Named by who wrote it down. */
        NAMED
    }

    Place takenBy(@Nullable Long officer, Why reason) {
        return new Place(unitId, orgPath, level, enterprise, audience, officer, coordinatorId, reason);
    }
}
