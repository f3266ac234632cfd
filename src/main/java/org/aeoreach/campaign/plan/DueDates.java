package org.aeoreach.campaign.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Days by which houses are to be done: not after the campaign, not before the plan begins, and a new one not before today.
 *
 * @param end last day of the campaign
 * @param begin first day of the plan, as far as it names one
 */
record DueDates(LocalDate end, @Nullable LocalDate begin, LocalDate today) {

    /** @throws Problem 400 with every house whose day lies outside, at its field {@code due-<code>} */
    void check(List<Plan.HouseTarget> wanted, Map<String, PlanView.House> houses) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        for (Plan.HouseTarget target : wanted) {
            PlanView.House house = houses.get(target.unit());
            if (house != null && target.dueOn() != null) {
                check(target.dueOn(), house, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new Problem(400, "web.problem.validation", wrong);
        }
    }

    private void check(LocalDate day, PlanView.House house, List<Problem.FieldError> wrong) {
        if (day.isAfter(end)) {
            wrong.add(error(house, "campaign.invalid.due-after-end", end));
        } else if (day.isBefore(today) && !day.equals(house.dueOn())) {
            wrong.add(error(house, "campaign.invalid.due-past", today));
        } else if (begin != null && day.isBefore(begin)) {
            wrong.add(error(house, "campaign.invalid.due-before-begin", begin));
        }
    }

    private static Problem.FieldError error(PlanView.House house, String key, LocalDate limit) {
        PlanView.Unit unit = house.unit();
        return new Problem.FieldError("due-" + unit.code(), key, new Bilingual(unit.zh(), unit.en()), limit);
    }
}
