package org.aeoreach.training.conference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.web.form.Option;

/**
 * Sessions of a month, to print.
 *
 * @param unit code of who organises, or an empty text for all
 * @param units those to choose from
 * @param offers in the order they begin
 */
public record MonthProgramme(YearMonth month, String unit, List<Option> units, List<OfferView> offers) {

    /** By the days they begin at their places. */
    public Map<LocalDate, List<OfferView>> days() {
        return offers.stream().collect(Collectors.groupingBy(OfferView::day, TreeMap::new, Collectors.toList()));
    }

    /** The address of the month so many after this, for the same unit. */
    public String href(int months) {
        return "/portal/trainings/programme?month=" + month.plusMonths(months)
                + (unit.isEmpty() ? "" : "&unit=" + unit);
    }
}
