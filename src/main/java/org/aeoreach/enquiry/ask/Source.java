package org.aeoreach.enquiry.ask;

import org.aeoreach.library.DocumentAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A document an answer rests on, as its asker is shown it.
 *
 * @param message the answer
 * @param version in which the officer read it
 * @param language of the title: the reader's where the document has it
 * @param href where it is read today, at its section; null when it is no longer published
 * @param since what has become of it since, or null
 * @param now its version today
 */
public record Source(
        long message,
        String code,
        int version,
        Language language,
        String title,
        @Nullable String href,
        @Nullable Since since,
        int now) {

    /** What became of a document after it was cited. */
    public enum Since {
        CHANGED,
        REPEALED,
        ARCHIVED
    }

    static final String OF = "select m.id, d.code, c.version, coalesce(t.language, o.language, ?2),"
            + " coalesce(t.title, o.title, d.code), c.anchor, d.version, coalesce(d.repealed_from <= china_day(), false), d.archived"
            + " from enquiry_message m join enquiry_citation c on c.message_id = m.id"
            + " join document d on d.id = c.document_id"
            + " left join document_text t on t.document_id = d.id and t.language = ?2"
            + " left join document_text o on o.document_id = d.id and o.language <> ?2"
            + " where m.enquiry_id = ?1 order by c.message_id, c.position";

    static Source of(Rows.Row row) {
        int version = (int) row.id(2);
        int now = (int) row.id(6);
        boolean archived = row.flag(8);
        String anchor = row.textOrNull(5);
        return new Source(
                row.id(0),
                row.text(1),
                version,
                row.text(3).equals("en") ? Language.EN : Language.ZH,
                row.text(4),
                archived ? null : DocumentAddress.of(row.text(1), anchor == null ? "" : anchor),
                since(archived, row.flag(7), version < now),
                now);
    }

    private static @Nullable Since since(boolean archived, boolean repealed, boolean changed) {
        if (archived) {
            return Since.ARCHIVED;
        }
        return repealed ? Since.REPEALED : changed ? Since.CHANGED : null;
    }
}
