package org.aeoreach.enquiry.answer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;

/**
 * What is to be said to an asker.
 *
 * @param body in his language
 * @param citations documents of the library it rests on, as {@link #CITATION}
 */
public record Reply(
        @NotBlank @Size(max = Reply.LONGEST) String body,
        @Size(max = 20) List<@NotNull @Pattern(regexp = Reply.CITATION) String> citations) {

    /**
     * The code of a document, behind an {@code @} the version that was read, behind a {@code #} the section if one is
     * meant, such as {@code policy-order-282@3#2}. Without a version it is the one there is now.
     */
    public static final String CITATION = "[^\\s#]{1,131}(#[^\\s]{0,200})?";

    /** Characters of a text. */
    public static final int LONGEST = 20_000;

    /** What a program leaves out is nothing. */
    public Reply {
        citations = List.copyOf(Objects.requireNonNullElse(citations, List.of()));
    }
}
