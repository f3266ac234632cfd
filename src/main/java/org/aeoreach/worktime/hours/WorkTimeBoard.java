package org.aeoreach.worktime.hours;

import java.util.List;
import org.aeoreach.web.picker.UnitPicker;
import org.aeoreach.worktime.Provisional;
import org.aeoreach.worktime.calendar.Status;
import org.aeoreach.worktime.calendar.WorkYear;
import org.aeoreach.worktime.calendar.YearSheet;

/**
 * What the page of working time shows.
 *
 * @param years to choose from
 * @param changesYears whether the viewer may change the calendar
 * @param changesHours whether he may set hours of the unit shown
 */
public record WorkTimeBoard(
        YearSheet sheet,
        UnitHours hours,
        DeadlineTrial trial,
        List<Integer> years,
        UnitPicker units,
        boolean changesYears,
        boolean changesHours) {

    public WorkYear year() {
        return sheet.year();
    }

    /** The year shown, when it is not announced. */
    public List<Provisional> provisional() {
        WorkYear year = sheet.year();
        return year.announced()
                ? List.of()
                : List.of(new Provisional(year.year(), year.status() == Status.PROVISIONAL));
    }
}
