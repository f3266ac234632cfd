package org.aeoreach.enquiry.passing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why the level above is to look at an enquiry.
 *
 * @param passReason what is to be decided there
 * @param proposal the answer one would give
 */
public record PassUp(
        @NotBlank @Size(max = PassUp.LONGEST) String passReason,
        @NotBlank @Size(max = PassUp.LONGEST_ANSWER) String proposal) {

    /** Characters of a reason. */
    static final int LONGEST = 4_000;

    /** Characters of an answer. */
    static final int LONGEST_ANSWER = 20_000;
}
