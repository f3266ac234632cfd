package org.aeoreach.campaign.assignment;

import java.util.List;
import org.aeoreach.platform.Problem;

/** Others changed rows since they were seen; none was changed. Those rows are told as they stand now. */
public final class RowsChanged extends Problem {

    private final transient List<ChosenRow> rows;

    RowsChanged(List<ChosenRow> rows, int chosen) {
        super(409, "assignment.problem.changed", rows.size(), chosen);
        this.rows = List.copyOf(rows);
    }

    @Override
    public List<ChosenRow> candidates() {
        return rows;
    }
}
