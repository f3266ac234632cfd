package org.aeoreach.scope;

import org.aeoreach.platform.Rows;

/**
 * Reads viewers from rows of account, login, both names, role, assignment, unit, its path, and of a substitute the
 * substitution, the absent person and both his names.
 */
public final class ViewerRow {

    private ViewerRow() {}

    /** Without an enterprise and without a token: whoever reads him adds those. */
    public static Viewer of(Rows.Row row, Viewer.Settings settings) {
        Long substitution = row.idOrNull(8);
        return new Viewer(
                row.id(0),
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                Role.valueOf(row.text(4)),
                row.id(5),
                row.id(6),
                row.text(7),
                substitution == null
                        ? null
                        : new Viewer.Substitution(substitution, row.id(9), row.text(10), row.textOrNull(11)),
                null,
                settings,
                null);
    }
}
