package org.aeoreach.enterprise;

import org.aeoreach.platform.Rows;

/** Reads enterprises from the rows of a query that selects {@link #COLUMNS} first. */
public final class EnterpriseRow {

    /** Twelve of them. */
    public static final String COLUMNS = "e.id, e.customs_code, e.name_zh, e.name_en, e.unit_id, n.zh, n.en,"
            + " e.mail_on_file, e.phone_on_file, e.suspended_at, e.org_path, e.version";

    /** Where they come from: the enterprise as {@code e}, the name its house has now as {@code n}. */
    public static final String FROM =
            " from enterprise e join unit_name n on n.unit_id = e.unit_id and n.valid_to is null";

    private EnterpriseRow() {}

    public static EnterpriseView view(Rows.Row row) {
        return new EnterpriseView(
                row.id(0),
                row.textOrNull(1),
                row.text(2),
                row.textOrNull(3),
                row.id(4),
                row.text(5),
                row.textOrNull(6),
                row.textOrNull(7),
                row.textOrNull(8),
                row.instantOrNull(9),
                row.text(10),
                row.id(11));
    }
}
