package org.aeoreach.enterprise.grade;

import java.time.LocalDate;
import org.aeoreach.web.list.filter.Fragment;

/** Who was an AEO on a day, as SQL: a small set, found by the indexes of grades. */
public final class Aeos {

    /** Ids of the enterprises that were AEOs on a day; takes the day four times. */
    static final String ON_DAY =
            "select c.id from enterprise c where c.grade = any(aeo_grades(?)) and c.grade_since <= ?"
                    + " union all select f.enterprise_id from enterprise_former_grade f where f.grade = any(aeo_grades(?))"
                    + " and ? between f.valid_from and f.valid_to";

    private Aeos() {}

    /** The condition of a list. @param id expression of the enterprise's id */
    public static Fragment on(LocalDate day, String id) {
        return Fragment.of(id + " in (" + ON_DAY + ")", day, day, day, day);
    }
}
