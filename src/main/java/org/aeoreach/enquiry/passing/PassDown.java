package org.aeoreach.enquiry.passing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the level above gives back.
 *
 * @param guidance how the answer is to be found; may be left out when one is agreed
 * @param agreedAnswer the answer agreed, to be sent with the authority of this level
 */
public record PassDown(
        @NotNull @Nullable Outcome passOutcome,
        @Nullable @Size(max = PassUp.LONGEST) String guidance,
        @Nullable @Size(max = PassUp.LONGEST_ANSWER) String agreedAnswer) {

    /** What is to be done below. */
    public enum Outcome {
        /** Find the answer along these lines. */
        GUIDANCE,
        /** Send this answer. */
        AGREED
    }

    boolean agreed() {
        return passOutcome == Outcome.AGREED;
    }

    /** @throws Problem 400 at what is missing */
    void check() {
        if (agreed() && (agreedAnswer == null || agreedAnswer.isBlank())) {
            throw Problem.invalid("agreedAnswer", "passing.invalid.agreed-answer");
        }
        if (!agreed() && (guidance == null || guidance.isBlank())) {
            throw Problem.invalid("guidance", "passing.invalid.guidance");
        }
    }
}
