package org.aeoreach.training.conference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.training.offer.Offers;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Reads what is offered in a month. */
@ApplicationScoped
class MonthProgrammes {

    @Inject
    private Offers offers;

    /** @throws Problem 400 when the month or the code is none */
    @Transactional
    MonthProgramme of(@Nullable String month, @Nullable String unit, LocalDate today) {
        String code = unit == null ? "" : unit;
        if (!code.isEmpty() && !code.matches("[0-9]{4}")) {
            throw Problem.invalid("unit", "list.invalid.unit");
        }
        YearMonth shown = month(month, today);
        List<Option> units = offers.organisers().stream()
                .map(each -> new Option(
                        each.code(), RequestContext.current().language().pick(each.nameZh(), each.nameEn())))
                .toList();
        return new MonthProgramme(
                shown,
                code,
                units,
                offers.between(shown.atDay(1), shown.plusMonths(1).atDay(1), code.isEmpty() ? null : code));
    }

    private static YearMonth month(@Nullable String text, LocalDate today) {
        if (text == null || text.isBlank()) {
            return YearMonth.from(today);
        }
        if (!text.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Problem.invalid("month", "web.invalid.date");
        }
        return YearMonth.parse(text);
    }
}
