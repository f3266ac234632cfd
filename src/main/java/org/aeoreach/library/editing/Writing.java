package org.aeoreach.library.editing;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.library.content.Audience;
import org.aeoreach.library.content.Certainty;
import org.aeoreach.library.content.ContentText;
import org.aeoreach.library.content.Relation;
import org.aeoreach.library.content.Track;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes. Both languages may be empty while it is a draft; one is needed to publish.
 *
 * @param issuer code of the unit that issued it; empty when none did
 * @param number of a policy, such as {@code 2026 No. 34}
 * @param journey steps of an enterprise's journey it helps with
 * @param amends codes of documents, between spaces or on lines of their own; so the other relations
 * @param sources a line each
 * @param inStep the language that was not changed needs no change
 * @param note what was changed and why, for the list of versions
 */
public record Writing(
        @Size(max = ContentText.LONGEST_TITLE) String zhTitle,
        @Size(max = ContentText.LONGEST_TITLE) String enTitle,
        @Size(max = ContentText.LONGEST_SUMMARY) String zhSummary,
        @Size(max = ContentText.LONGEST_SUMMARY) String enSummary,
        @Size(max = ContentText.LONGEST_BODY) String zhMarkdown,
        @Size(max = ContentText.LONGEST_BODY) String enMarkdown,
        @Nullable @Size(max = 4) String issuer,
        @Nullable @Size(max = 60) String number,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate repealed,
        @NotNull Certainty certainty,
        @NotEmpty List<Audience> audience,
        List<Track> tracks,
        @NotEmpty List<String> topics,
        List<String> journey,
        @Nullable @Size(max = 2000) String amends,
        @Nullable @Size(max = 2000) String repeals,
        @Nullable @Size(max = 2000) String interprets,
        @Nullable @Size(max = 2000) String basedOn,
        @Nullable @Size(max = 2000) String related,
        @Size(max = 2000) String sources,
        @Nullable LocalDate review,
        boolean inStep,
        @Size(max = 300) String note) {

    /** The codes of other documents it names, in their order. */
    List<String> linked(Relation relation) {
        String codes =
                switch (relation) {
                    case AMENDS -> amends;
                    case REPEALS -> repeals;
                    case INTERPRETS -> interprets;
                    case BASED_ON -> basedOn;
                    case RELATED -> related;
                };
        return codes(codes);
    }

    /** The codes in a field for them, in their order. */
    public static List<String> codes(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? List.of()
                : List.of(typed.strip().split("[\\s,，、;；]+")).stream()
                        .distinct()
                        .toList();
    }
}
