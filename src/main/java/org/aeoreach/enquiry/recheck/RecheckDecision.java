package org.aeoreach.enquiry.recheck;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.aeoreach.enquiry.answer.Reply;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is still right.
 *
 * @param recheckNote why; needed when it is
 * @param newAnswer what takes its place when it is not, in the asker's language
 * @param citations what the new answer rests on besides the documents the old one cited that are in force, as {@link
 *     Reply#CITATION}
 */
public record RecheckDecision(
        @NotNull @Nullable Outcome recheckOutcome,
        @Nullable @Size(max = 2000) String recheckNote,
        @Nullable @Size(max = 20_000) String newAnswer,
        @Size(max = 20) List<@NotNull @Pattern(regexp = Reply.CITATION) String> citations) {

    /** What a program leaves out is nothing. */
    public RecheckDecision {
        citations = List.copyOf(Objects.requireNonNullElse(citations, List.of()));
    }

    /** What came of the second look. */
    public enum Outcome {
        STILL_RIGHT,
        CHANGED
    }

    /** @throws Problem 400 at what is missing, or cannot stand in a letter */
    void check() {
        if (recheckOutcome == Outcome.CHANGED && (newAnswer == null || newAnswer.isBlank())) {
            throw Problem.invalid("newAnswer", "recheck.invalid.new-answer");
        }
        if (newAnswer != null) {
            HeaderText.lines("newAnswer", newAnswer);
        }
        if (recheckOutcome == Outcome.STILL_RIGHT && (recheckNote == null || recheckNote.isBlank())) {
            throw Problem.invalid("recheckNote", "recheck.invalid.note");
        }
    }
}
