package org.aeoreach.enterprise.grade;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.chart.Chart;
import org.jspecify.annotations.Nullable;

/** How many AEOs there were over the years, each time by the definition of the day. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AeoCountPages {

    private static final LocalDate FIRST = LocalDate.of(2014, 12, 1);

    @Inject
    private AeoCounts counts;

    @Inject
    private CreditRules rules;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** What the page shows. @param asked the count of the day asked for */
    public record Shown(
            AeoCounts.Count asked,
            List<AeoCounts.OfUnit> units,
            List<AeoCounts.Count> milestones,
            List<CreditRules.RuleSet> rules,
            Chart chart) {

        /** The rule set of this code. */
        public CreditRules.@Nullable RuleSet rules(@Nullable String code) {
            return rules.stream()
                    .filter(set -> set.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }

    @GET
    @Path("enterprises/aeo-count")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public JteModel count(@QueryParam("on") @DefaultValue("") String on) {
        LocalDate day = day(on);
        Page page = pages.titled("enterprise.aeo-count.title");
        List<AeoCounts.Count> quarters = counts.quarters();
        List<CreditRules.RuleSet> sets = rules.all();
        Shown shown = new Shown(
                counts.counts(List.of(day)).get(0),
                counts.byUnit(day),
                counts.milestones(sets),
                sets,
                chart(page, quarters, sets));
        return new StaticTemplates().enterpriseAeocount(page, shown);
    }

    private LocalDate day(String text) {
        LocalDate today = Time.today(clock);
        if (text.isEmpty()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST) || day.isAfter(today)) {
                throw Problem.invalid("on", "enterprise.invalid.count-day", FIRST.toString());
            }
            return day;
        } catch (DateTimeException e) {
            throw Problem.invalid("on", "web.invalid.date");
        }
    }

    /** A line for each definition: none leads over a break, so that no fall is drawn where only the words changed. */
    private static Chart chart(Page page, List<AeoCounts.Count> quarters, List<CreditRules.RuleSet> sets) {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = sets.size() - 1; i >= 0; i--) {
            CreditRules.RuleSet set = sets.get(i);
            List<@Nullable Number> values = new ArrayList<>();
            for (AeoCounts.Count count : quarters) {
                values.add(set.code().equals(count.ruleSet()) ? count.aeos() : null);
            }
            series.add(new Chart.Series(page.t("enterprise.aeo-count.by-rules." + set.code()), values));
        }
        return new Chart(
                Chart.Kind.LINE,
                page.t("enterprise.aeo-count.chart"),
                page.t("enterprise.aeo-count.day"),
                quarters.stream().map(count -> count.day().toString()).toList(),
                series);
    }
}
