package org.aeoreach.enquiry.target;

import org.aeoreach.platform.Rows;

/**
 * What a status is called in the viewer's unit.
 *
 * @param own whether his unit has named it so, and not one above
 */
public record StatusName(NamedStatus.Named status, String zh, String en, boolean own) {

    static final String SELECT = "select distinct on (s.status) s.status, s.zh, s.en, s.org_path = ?1 from"
            + " enquiry_status_name s where starts_with(?1, s.org_path) order by s.status, length(s.org_path) desc";

    static StatusName of(Rows.Row row) {
        return new StatusName(NamedStatus.Named.valueOf(row.text(0)), row.text(1), row.text(2), row.flag(3));
    }
}
