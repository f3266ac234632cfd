package org.aeoreach.campaign.arrival;

import java.util.Collection;
import java.util.List;
import org.aeoreach.campaign.coverage.Links;

/** Where the numbers lead: to the list of the campaign, or to the campaigns a number is the sum of. */
public final class ArrivalLinks {

    /** What a number counts. */
    public enum What {
        IN_SCOPE(""),
        REACHED("&state=REACHED"),
        NOT_REACHED("&state=NOT_REACHED");

        private final String parameter;

        What(String parameter) {
            this.parameter = parameter;
        }
    }

    private ArrivalLinks() {}

    /** The page of a document in a unit. */
    public static String page(String document, String unit, Period period) {
        return "/desk/campaigns/policies/" + document + "?unit=" + unit + period.parameters();
    }

    /** The page of all documents in a unit. */
    public static String pages(String unit, Period period) {
        return "/desk/campaigns/policies?unit=" + unit + period.parameters();
    }

    /** The enterprises of one campaign in a unit. */
    public static String list(long campaign, String unit, What what) {
        return Links.list(campaign, unit) + what.parameter;
    }

    public static String total(Arrival arrival, String unit, Period period, What what) {
        List<Long> campaigns =
                arrival.campaigns().stream().map(Arrival.Promotion::id).toList();
        return of(campaigns, arrival.code(), unit, "", period, what);
    }

    public static String cell(Arrival arrival, Cell cell, Period period, What what) {
        String unit = cell.part().code();
        String itself = cell.itself() ? "&house=" + unit : "";
        return of(cell.campaigns().keySet(), arrival.code(), unit, itself, period, what);
    }

    private static String of(
            Collection<Long> campaigns, String document, String unit, String more, Period period, What what) {
        return campaigns.size() == 1
                ? list(campaigns.iterator().next(), unit, what) + more
                : page(document, unit, period) + "#campaigns";
    }
}
