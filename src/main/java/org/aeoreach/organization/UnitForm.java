package org.aeoreach.organization;

import java.util.List;
import org.aeoreach.web.ProblemAnswer;

/**
 * The renaming form as typed, with what is wrong with it; shown again with every value kept.
 *
 * @param validFrom as typed, not yet known to be a date
 */
public record UnitForm(String nameZh, String nameEn, String validFrom, List<ProblemAnswer.Field> errors) {

    /** The form as it is first shown: the names in force, to be changed. */
    static UnitForm of(UnitView unit) {
        String nameEn = unit.nameEn();
        return new UnitForm(unit.nameZh(), nameEn == null ? "" : nameEn, "", List.of());
    }

    /** What is wrong with a field, or an empty text. */
    public String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(ProblemAnswer.Field::message)
                .findFirst()
                .orElse("");
    }
}
