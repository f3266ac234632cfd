package org.aeoreach.enterprise.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalTime;
import java.util.List;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;

/**
 * Proves every night that no enterprise lost its owner unseen: what lists repeat is what the books say, and whose
 * coordinator or team member lost his role is counted for its unit. Findings are the result of the job.
 */
@ApplicationScoped
public class CheckPortfolios implements JobKind {

    private static final System.Logger LOG = System.getLogger(CheckPortfolios.class.getName());

    private PortfolioBooks books;

    @SuppressWarnings("NullAway.Init")
    CheckPortfolios() {}

    @Inject
    CheckPortfolios(PortfolioBooks books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "portfolio-check";
    }

    @Override
    public String titleKey() {
        return "portfolio.check";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 10));
    }

    @Override
    public void run(JobContext context) {
        List<PortfolioBooks.Finding> findings = books.check();
        JsonObjectBuilder result = JsonText.JSON.createObjectBuilder();
        JsonArrayBuilder told = JsonText.JSON.createArrayBuilder();
        for (String kind : List.of("DIFFERS", "LEFT_BEHIND", "TEAM_GONE")) {
            long sum = findings.stream()
                    .filter(each -> each.kind().equals(kind))
                    .mapToLong(PortfolioBooks.Finding::enterprises)
                    .sum();
            result.add(kind, sum);
        }
        findings.stream()
                .limit(200)
                .forEach(each -> told.add(JsonText.JSON
                        .createObjectBuilder()
                        .add("kind", each.kind())
                        .add("unit", each.unitCode())
                        .add("unitZh", each.unit().zh())
                        .add("unitEn", each.unit().in(Language.EN))
                        .add("enterprises", each.enterprises())));
        context.result(result.add("findings", told).build());
        if (findings.stream().anyMatch(each -> each.kind().equals("DIFFERS"))) {
            LOG.log(System.Logger.Level.ERROR, "Coordinators differ from the books; see job {0}", context.id());
        }
    }

    @Override
    public Report report(JsonObject result) {
        long faults = result.getInt("DIFFERS");
        List<Report.Fact> facts = List.of(
                new Report.Fact("portfolio.check.DIFFERS", Long.toString(faults)),
                new Report.Fact("portfolio.check.LEFT_BEHIND", Integer.toString(result.getInt("LEFT_BEHIND"))),
                new Report.Fact("portfolio.check.TEAM_GONE", Integer.toString(result.getInt("TEAM_GONE"))));
        List<Report.Line> findings = result.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(each -> new Report.Line(
                        "portfolio.check.finding." + each.getString("kind"),
                        new Bilingual(each.getString("unitZh", each.getString("unit")), each.getString("unitEn", null)),
                        each.getInt("enterprises")))
                .toList();
        return new Report(
                new Report.Line(faults == 0 ? "portfolio.check.sound" : "portfolio.check.broken", faults),
                facts,
                findings);
    }
}
