package org.aeoreach.organization.importing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.aeoreach.organization.Units;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file of customs houses, as it stands there.
 *
 * @param line where it begins in the file, from 1; the header is line 1
 * @param values one per column of {@link HouseFile#COLUMNS}, unless the row is incomplete
 */
record HouseRow(long line, List<String> values) {

    String code() {
        return values.isEmpty() ? "" : value(0);
    }

    /**
     * The house it describes.
     *
     * @throws Problem when a column is missing or the day is none
     */
    Units.NewHouse house(long districtId) {
        return new Units.NewHouse(code(), value(1), optional(2), districtId, openedOn(), value(4));
    }

    void requireComplete() {
        if (values.size() != HouseFile.COLUMNS.size()) {
            throw new Problem(400, "organization.import.columns", values.size(), HouseFile.COLUMNS.size());
        }
    }

    private @Nullable LocalDate openedOn() {
        try {
            return value(3).isEmpty() ? null : LocalDate.parse(value(3));
        } catch (DateTimeParseException e) {
            throw Problem.invalid("openedOn", "web.invalid.date");
        }
    }

    private @Nullable String optional(int column) {
        return value(column).isEmpty() ? null : value(column);
    }

    private String value(int column) {
        return values.get(column).strip();
    }
}
