package org.aeoreach.organization.people;

import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.list.cell.Cell;

/** How lists of roles, and of who stands in for them, say whose and what. */
public final class RoleCells {

    private RoleCells() {}

    /** Somebody by both his names; one whose home is out of the viewer's range has none here. */
    public static Cell person(Rows.Row row, Page page) {
        return row.textOrNull(0) == null
                ? Cell.quiet(page.t("organization.person.elsewhere"))
                : Cell.text(page.pick(row.text(0), row.textOrNull(1)));
    }

    public static Cell role(Rows.Row row, Page page) {
        return Cell.text(page.t("scope.role." + row.text(0)));
    }

    /** What holds now stands out from what is to come, and that from what is over. */
    public static Cell.Tone tone(String state) {
        return switch (state) {
            case "CURRENT" -> Cell.Tone.GOOD;
            case "COMING" -> Cell.Tone.NEUTRAL;
            default -> Cell.Tone.OFF;
        };
    }
}
