package org.aeoreach.enquiry;

import org.aeoreach.outreach.Channel;

/** How a question reached customs. */
public enum EnquiryChannel {
    PORTAL,
    MAIL,
    PHONE,
    HOTLINE,
    COUNTER,
    VISIT,
    MESSAGE;

    /** The same in the ledger of contacts. */
    public Channel contact() {
        return Channel.valueOf(name());
    }
}
