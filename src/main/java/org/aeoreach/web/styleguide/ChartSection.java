package org.aeoreach.web.styleguide;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.chart.Chart;

/** Figures as pictures. */
@ApplicationScoped
public class ChartSection implements StyleSection {

    @Override
    public String key() {
        return "chart";
    }

    @Override
    public JteModel part(Page page) {
        var places = page.language()
                .pick("深圳、上海、黄埔、青岛、天津", "Shenzhen,Shanghai,Huangpu,Qingdao,Tianjin")
                .split("[、,]");
        var answered = new Chart.Series(page.t("component.style.answered"), List.of(412, 388, 251, 190, 147));
        var waiting = new Chart.Series(page.t("component.style.waiting"), List.of(38, 61, 12, 25, 9));
        var gap = new Chart.Series(page.t("component.style.asked"), Arrays.asList(30, 28, null, 41, 44));
        String title = page.t("component.style.chart-title");
        String corner = page.t("component.style.chart-corner");
        List<String> names = List.of(places);
        return new StaticTemplates()
                .webStyleguideChart(
                        page,
                        List.of(
                                new Chart(Chart.Kind.BAR, title, corner, names, List.of(answered)),
                                new Chart(Chart.Kind.STACKED, title, corner, names, List.of(answered, waiting)),
                                new Chart(Chart.Kind.LINE, title, corner, names, List.of(waiting, gap)),
                                new Chart(Chart.Kind.BAR, title, corner, List.of(), List.of())));
    }
}
