package org.aeoreach.library;

import java.time.LocalDate;
import org.aeoreach.library.content.Certainty;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A document in a list.
 *
 * @param district that wrote it for its own area, in the reader's language; null for what holds everywhere
 * @param language of title and summary: the reader's, or the other where it is missing
 */
public record DocumentCard(
        String id,
        DocumentKind kind,
        String title,
        String summary,
        String language,
        @Nullable String number,
        @Nullable LocalDate effective,
        @Nullable LocalDate repealed,
        Certainty certainty,
        String order,
        @Nullable String district) {

    static DocumentCard of(Rows.Row row) {
        return new DocumentCard(
                row.text(0),
                DocumentKind.valueOf(row.text(1)),
                row.text(2),
                row.text(3),
                row.text(4),
                row.textOrNull(5),
                row.dateOrNull(6),
                row.dateOrNull(7),
                Certainty.valueOf(row.text(8)),
                row.text(9),
                row.textOrNull(10));
    }

    public Validity on(LocalDate day) {
        return Validity.on(day, effective, repealed);
    }

    public String href() {
        return DocumentAddress.of(id);
    }
}
