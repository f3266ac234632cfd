package org.aeoreach.mail.sender;

/** How an entry stands today; messages {@code mail.sender.standing.*}. */
public enum SenderStanding {
    HOLDS,
    /** Its day has not come. */
    COMING,
    /** A later entry has taken its place. */
    OVER;

    /** Of the entry {@code s}, in SQL. */
    static final String SQL = "case when exists (select from mail_sender l where l.unit_id = s.unit_id"
            + " and (l.valid_from, l.id) > (s.valid_from, s.id)"
            + " and (l.valid_from = s.valid_from or l.valid_from <= china_day())) then 'OVER'"
            + " when s.valid_from > china_day() then 'COMING' else 'HOLDS' end";
}
