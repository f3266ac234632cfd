package org.aeoreach.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aeoreach.library.content.Certainty;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A published document.
 *
 * @param id its code, stable
 * @param issuer four digits of the customs unit that issued it
 * @param owner four digits of the unit that keeps it up to date
 * @param effective first day in force; none: always was
 * @param repealed first day no longer in force
 * @param review day on which it has to be looked at again
 * @param archived whether it is no longer kept up to date; it can be read, but is in no list and not found
 * @param archiving since when and why; null when it is not archived
 * @param origin {@code FILE} came with the program, {@code IMPORT} from another system, {@code DESK} from an editor
 * @param imported whether it was ever taken over from another system
 * @param texts one or two, Chinese first
 * @param links to and from other documents
 * @param files to be downloaded, in their order
 */
public record DocumentView(
        String id,
        DocumentKind kind,
        List<String> audience,
        List<String> tracks,
        List<String> topics,
        List<String> journey,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate repealed,
        Certainty certainty,
        List<String> sources,
        @Nullable LocalDate review,
        String owner,
        boolean archived,
        @Nullable Archived archiving,
        String origin,
        boolean imported,
        int version,
        Instant changedAt,
        List<DocumentText> texts,
        List<DocumentLink> links,
        List<DocumentFile> files) {

    public Validity on(LocalDate day) {
        return Validity.on(day, effective, repealed);
    }

    /** The text in this language, or empty. */
    Optional<DocumentText> in(Language language) {
        return texts.stream()
                .filter(text -> text.language().equals(language.code()))
                .findFirst();
    }

    /** The text in this language, or the other one where there is none. */
    public DocumentText text(Language language) {
        return in(language).orElseGet(() -> texts.get(0));
    }
}
