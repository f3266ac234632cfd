package org.aeoreach.library.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as its two files say.
 *
 * @param journey steps of an enterprise's journey it helps with
 * @param issuer code of the customs unit that issued it, {@code 0000} for the General Administration; null if none did
 * @param number such as {@code Order 282}; policies only
 * @param effective first day in force
 * @param repealed first day no longer in force
 * @param links ids of other documents
 * @param sources publications and places, Chinese and English in one
 * @param owner code of the unit that keeps it up to date
 * @param review day on which it has to be looked at again
 * @param texts Chinese first
 */
public record ContentDocument(
        String id,
        DocumentKind kind,
        List<Audience> audience,
        List<Track> tracks,
        List<String> topics,
        List<String> journey,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate repealed,
        Map<Relation, List<String>> links,
        Certainty certainty,
        List<String> sources,
        String owner,
        @Nullable LocalDate review,
        DocumentStatus status,
        List<ContentText> texts) {

    /** The steps of an enterprise's journey, as the registry keeps them. */
    public static final List<String> STEPS = List.of(
            "PROSPECT",
            "CONTACTED",
            "BRIEFED",
            "INTERESTED",
            "CULTIVATION",
            "SELF_ASSESSED",
            "APPLIED",
            "ACCEPTED",
            "VALIDATION_SCHEDULED",
            "VALIDATED",
            "CORRECTION",
            "REFUSED",
            "AEO",
            "RECHECK_DUE",
            "KEPT",
            "SUSPENDED",
            "DOWNGRADED",
            "WITHDRAWN");

    /** Whether it is in force on a day; one without days always is. */
    public boolean inForce(LocalDate day) {
        return (effective == null || !day.isBefore(effective)) && (repealed == null || day.isBefore(repealed));
    }

    /** @param language {@code zh} or {@code en} */
    public ContentText text(String language) {
        return texts.stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    /** The same facts and texts, with those of the other one in languages that are missing here. */
    public ContentDocument withTextsOf(ContentDocument other) {
        List<ContentText> all = new ArrayList<>(texts);
        other.texts.stream()
                .filter(text -> texts.stream().noneMatch(here -> here.language().equals(text.language())))
                .forEach(all::add);
        return withTexts(all);
    }

    /** The same facts with these texts. */
    public ContentDocument withTexts(List<ContentText> others) {
        return new ContentDocument(
                id,
                kind,
                audience,
                tracks,
                topics,
                journey,
                issuer,
                number,
                published,
                effective,
                repealed,
                links,
                certainty,
                sources,
                owner,
                review,
                status,
                List.copyOf(others));
    }

    public List<String> linked(Relation relation) {
        return links.getOrDefault(relation, List.of());
    }
}
