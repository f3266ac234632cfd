package org.aeoreach.library;

import java.time.LocalDate;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Another document and what it has to do with this one.
 *
 * @param relation {@code REPEALS}, {@code BASED_ON} …; {@code INSTEAD} for one in force on a day this one is not, and
 *     {@code BEFORE} and {@code AFTER} for its neighbours
 * @param incoming whether the other one says so, of this one
 */
public record DocumentLink(
        String relation,
        boolean incoming,
        String id,
        DocumentKind kind,
        @Nullable String titleZh,
        @Nullable String titleEn,
        @Nullable LocalDate effective,
        @Nullable LocalDate repealed) {

    /** What the rows of a query of links select after relation and direction; the document is {@code d}. */
    static final String OTHER = "d.code, d.kind,"
            + " (select t.title from document_text t where t.document_id = d.id and t.language = 'zh'),"
            + " (select t.title from document_text t where t.document_id = d.id and t.language = 'en'),"
            + " d.effective_from, d.repealed_from";

    static DocumentLink of(Rows.Row row) {
        return new DocumentLink(
                row.text(0),
                row.flag(1),
                row.text(2),
                DocumentKind.valueOf(row.text(3)),
                row.textOrNull(4),
                row.textOrNull(5),
                row.dateOrNull(6),
                row.dateOrNull(7));
    }

    public String title(Language language) {
        String zh = titleZh == null ? id : titleZh;
        return titleZh == null && titleEn != null ? titleEn : language.pick(zh, titleEn);
    }

    public Validity on(LocalDate day) {
        return Validity.on(day, effective, repealed);
    }
}
