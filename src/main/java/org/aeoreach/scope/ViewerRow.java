package org.aeoreach.scope;

import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Reads viewers from rows of account, login, both names, role, assignment, unit, its path, and of a substitute the
 * substitution, the absent person and both his names.
 */
public final class ViewerRow {

    private ViewerRow() {}

    /** Without an enterprise and without a token: whoever reads him adds those. */
    public static Viewer of(Rows.Row row, Viewer.Settings settings) {
        Long substitution = row.idOrNull(8);
        return of(
                row,
                settings,
                substitution == null
                        ? null
                        : new Viewer.Substitution(substitution, row.id(9), row.text(10), row.textOrNull(11)),
                null);
    }

    /** Who stands in for nobody: of such a row only what is before the substitution is read. */
    public static Viewer himself(Rows.Row row, Viewer.Settings settings, Viewer.@Nullable Token token) {
        return of(row, settings, null, token);
    }

    private static Viewer of(
            Rows.Row row,
            Viewer.Settings settings,
            Viewer.@Nullable Substitution substitution,
            Viewer.@Nullable Token token) {
        return new Viewer(
                row.id(0),
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                Role.valueOf(row.text(4)),
                row.id(5),
                row.id(6),
                row.text(7),
                substitution,
                null,
                settings,
                token);
    }
}
