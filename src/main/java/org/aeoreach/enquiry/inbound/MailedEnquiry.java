package org.aeoreach.enquiry.inbound;

import org.aeoreach.platform.Rows;

/**
 * The enquiry a mail belongs to.
 *
 * @param orgPath of the unit that answers
 * @param closed whether it was closed too long ago to be opened again
 * @param asker whether the mail says it is from the address of the asker
 */
record MailedEnquiry(long id, long unitId, String orgPath, boolean closed, boolean asker) {

    static MailedEnquiry of(Rows.Row row) {
        return new MailedEnquiry(row.id(0), row.id(1), row.text(2), row.flag(3), row.flag(4));
    }
}
