package org.aeoreach.enterprise.grade;

import java.time.LocalDate;
import org.aeoreach.web.list.filter.Fragment;

/** Who had which grade on a day, by the rules of that day, as SQL. */
public final class Aeos {

    /**
     * Ids of the enterprises that were AEOs on a day; takes the day four times. The usual grades make none, and are
     * left out so that the indexes of the others are read.
     */
    static final String ON_DAY = ids("aeo_grades(?)");

    private Aeos() {}

    private static String ids(String grades) {
        String given = " = any((select " + grades + ")::text[]) and ";
        return "select c.id from enterprise c where c.grade" + given
                + "c.grade not in ('REGULAR', 'GENERAL') and c.grade_since <= ?"
                + " union all select f.enterprise_id from enterprise_former_grade f where f.grade" + given
                + "f.grade not in ('REGULAR', 'GENERAL') and ? between f.valid_from and f.valid_to";
    }

    /** The condition of a list. @param id expression of the enterprise's id */
    public static Fragment on(LocalDate day, String id) {
        return Fragment.of(id + " in (" + ON_DAY + ")", day, day, day, day);
    }

    /**
     * The condition that the enterprise {@code e} had a grade on a day. Rare ones are found by their indexes; of the
     * usual ones, which most enterprises have, rows are read in the order of the list until there are enough.
     */
    public static Fragment graded(CreditGrade grade, LocalDate day) {
        String name = grade.name();
        if (grade != CreditGrade.REGULAR && grade != CreditGrade.GENERAL) {
            return Fragment.of("e.id in (" + ids("credit_grades_as(?, ?)") + ")", name, day, day, name, day, day);
        }
        String given = " = any((select credit_grades_as(?, ?))::text[])";
        return Fragment.of(
                "((e.grade" + given + " and e.grade_since <= ?) or exists (select from enterprise_former_grade f"
                        + " where f.enterprise_id = e.id and f.valid_from <= ? and f.valid_to >= ? and f.grade" + given
                        + "))",
                name,
                day,
                day,
                day,
                day,
                name,
                day);
    }
}
