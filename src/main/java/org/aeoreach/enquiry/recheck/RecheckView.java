package org.aeoreach.enquiry.recheck;

import java.time.Instant;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * An answer and the document it rests on.
 *
 * @param code of the document
 * @param titleZh its title as it stands now
 * @param from version the answer was written with
 * @param to version there is now
 * @param authority of the answer
 * @param askers how many got the answer, those of merged enquiries among them
 * @param replacedBy message that took the answer's place
 */
public record RecheckView(
        long id,
        long enquiryId,
        String number,
        String subject,
        long messageId,
        String answer,
        Authority authority,
        long documentId,
        String code,
        @Nullable String titleZh,
        @Nullable String titleEn,
        int from,
        int to,
        Why why,
        Status status,
        @Nullable String note,
        @Nullable Instant decidedAt,
        @Nullable Long replacedBy,
        Instant createdAt,
        long askers,
        String unitPath,
        long version) {

    /** What became of the document. */
    public enum Why {
        CHANGED,
        REPEALED,
        ARCHIVED
    }

    /** How far the second look is. */
    public enum Status {
        OPEN,
        STILL_RIGHT,
        CHANGED
    }

    static final String SELECT = "select r.id, r.enquiry_id, e.number, e.subject, r.message_id, m.body, m.authority,"
            + " r.document_id, d.code, (select t.title from document_text t where t.document_id = d.id and t.language = 'zh'),"
            + " (select t.title from document_text t where t.document_id = d.id and t.language = 'en'), r.from_version,"
            + " r.to_version, r.why, r.status, r.note, r.decided_at, r.answer_id, r.created_at,"
            + " (select 1 + count(*) from enquiry_message f where f.serves = r.message_id and f.undone_at is null),"
            + " r.org_path, r.version from enquiry_recheck r join enquiry e on e.id = r.enquiry_id"
            + " join enquiry_message m on m.id = r.message_id join document d on d.id = r.document_id";

    static RecheckView of(Rows.Row row) {
        return new RecheckView(
                row.id(0),
                row.id(1),
                row.text(2),
                row.text(3),
                row.id(4),
                row.text(5),
                Authority.valueOf(row.text(6)),
                row.id(7),
                row.text(8),
                row.textOrNull(9),
                row.textOrNull(10),
                (int) row.id(11),
                (int) row.id(12),
                Why.valueOf(row.text(13)),
                Status.valueOf(row.text(14)),
                row.textOrNull(15),
                row.instantOrNull(16),
                row.idOrNull(17),
                row.instant(18),
                row.id(19),
                row.text(20),
                row.id(21));
    }

    public boolean open() {
        return status == Status.OPEN;
    }

    /** Its title, or its code where it has none. */
    public String title(org.aeoreach.web.Page page) {
        return titleZh == null ? titleEn == null ? code : titleEn : page.pick(titleZh, titleEn);
    }
}
