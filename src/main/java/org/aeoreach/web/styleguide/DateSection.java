package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.date.DateRange;
import org.aeoreach.web.date.DayField;
import org.aeoreach.web.date.Period;
import org.aeoreach.web.date.RangeField;

/** Days and ranges of days. */
@ApplicationScoped
public class DateSection implements StyleSection {

    @Inject
    private Clock clock;

    /** All states of both fields. */
    public record Samples(List<DayField> days, List<RangeField> ranges) {}

    @Override
    public String key() {
        return "date";
    }

    @Override
    public JteModel part(Page page) {
        LocalDate today = Time.today(clock);
        var days = List.of(
                DayField.of("dayEmpty", "component.style.day", ""),
                DayField.of("dayFilled", "component.style.day", today.toString()),
                DayField.of("dayError", "component.style.day", "").error(page.t("web.invalid.date")),
                DayField.of("dayDisabled", "component.style.day", today.toString())
                        .disable());
        String label = "component.style.range";
        var swapped = DateRange.Typed.of(
                "rangeError", "", today.toString(), today.minusDays(2).toString());
        var ranges = List.of(
                RangeField.of(DateRange.Typed.empty("rangeEmpty"), label, today),
                RangeField.of(DateRange.Typed.of("rangeFilled", Period.THIS_QUARTER.code(), null, null), label, today),
                RangeField.of(swapped, label, today).error("rangeErrorTo", page.t("component.invalid.range")),
                RangeField.of(DateRange.Typed.empty("rangeDisabled"), label, today)
                        .disable());
        return new StaticTemplates().webStyleguideDate(page, new Samples(days, ranges));
    }
}
