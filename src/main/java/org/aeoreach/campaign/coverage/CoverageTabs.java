package org.aeoreach.campaign.coverage;

import java.util.ArrayList;
import java.util.List;
import org.aeoreach.web.detail.Tab;

/** The pages of coverage about one unit. */
public final class CoverageTabs {

    private CoverageTabs() {}

    /** @param current name of a breakdown, or the last part of the address */
    public static List<Tab> of(CoverageView view, String current) {
        String base = "/desk/campaigns/" + view.head().id() + "/coverage";
        String unit = "?unit=" + view.unit().code();
        List<Tab> tabs = new ArrayList<>();
        for (By by : By.values()) {
            if (by != By.APART) {
                tabs.add(Tab.of("coverage.by." + by, base + unit + "&by=" + by.parameter(), current.equals(by.name())));
            }
        }
        for (String page : List.of("heat", "funnel", "silent")) {
            tabs.add(Tab.of("coverage.tab." + page, base + "/" + page + unit, current.equals(page)));
        }
        return tabs;
    }
}
