package org.aeoreach.enquiry.publish;

import org.aeoreach.library.DocumentAddress;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The question made of an answer.
 *
 * @param answerId the message it was made of
 * @param draftId the library's draft it began with
 * @param documentId once it is published
 * @param keeper whether the viewer's unit, or one below, keeps it: he may open the draft
 * @param behind whether the answer was corrected, or another one given, after it had been made or last published
 */
public record PublicationView(
        long enquiryId,
        long answerId,
        long draftId,
        String code,
        State state,
        @Nullable Long documentId,
        boolean keeper,
        boolean behind) {

    /** How far it is. */
    public enum State {
        DRAFT,
        /** A second person is to approve it. */
        IN_REVIEW,
        /** Approved for a day to come. */
        SCHEDULED,
        PUBLISHED,
        /** It was published and is archived or repealed by now. */
        WITHDRAWN
    }

    private static final String LAST =
            "(select max(v.published_at) from document_version v where v.document_id = p.document_id)";
    private static final String BEHIND = "(exists (select from enquiry_message a where a.enquiry_id = p.enquiry_id"
            + " and a.kind = 'ANSWER' and a.undone_at is null and a.goes_at <= now() and a.id > p.message_id"
            + " and coalesce(a.goes_at > " + LAST + ", true)) or exists (select from enquiry_recheck r"
            + " where r.message_id = p.message_id and r.status = 'CHANGED' and coalesce(r.decided_at > " + LAST
            + ", true)))";

    /** SQL of the enquiries whose question the viewer's own unit keeps and has to correct, or whose draft to give up. */
    public static final String TO_CORRECT = "select p.enquiry_id from enquiry_publication p"
            + " left join document d on d.id = p.document_id where p.state <> 'DISCARDED'"
            + " and p.org_path = nullif(current_setting('app.lo', true), '')"
            + " and not coalesce(d.archived or d.repealed_from <= china_day(), false) and " + BEHIND;

    static final String SELECT = "select p.enquiry_id, p.message_id, p.draft_id, p.code,"
            + " case when d.archived or d.repealed_from <= china_day() then 'WITHDRAWN' else p.state end, p.document_id,"
            + " p.org_path, " + BEHIND
            + " from enquiry_publication p left join document d on d.id = p.document_id where p.state <> 'DISCARDED'";

    /** @param range path of the viewer's unit */
    static PublicationView of(Rows.Row row, String range) {
        return new PublicationView(
                row.id(0),
                row.id(1),
                row.id(2),
                row.text(3),
                State.valueOf(row.text(4)),
                row.idOrNull(5),
                row.text(6).startsWith(range),
                row.flag(7));
    }

    /** Where it is worked on at the desk, or read while the viewer has no part in that. */
    public @Nullable String href() {
        if (documentId != null) {
            return keeper ? "/desk/library/" + documentId : read();
        }
        return keeper ? "/desk/library/drafts/" + draftId : null;
    }

    /** Where everybody reads it once it is published. */
    public String read() {
        return DocumentAddress.of(code);
    }

    public boolean open() {
        return state == State.DRAFT || state == State.IN_REVIEW || state == State.SCHEDULED;
    }
}
