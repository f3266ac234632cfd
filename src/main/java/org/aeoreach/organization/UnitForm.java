package org.aeoreach.organization;

import java.util.List;
import org.aeoreach.web.ProblemAnswer;

/**
 * The renaming form as typed, with what is wrong with it; shown again with every value kept.
 *
 * @param validFrom as typed, not yet known to be a date
 */
public record UnitForm(String nameZh, String nameEn, String validFrom, List<ProblemAnswer.Field> errors) {

    static UnitForm empty() {
        return new UnitForm("", "", "", List.of());
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
