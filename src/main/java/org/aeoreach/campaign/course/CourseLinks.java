package org.aeoreach.campaign.course;

import org.aeoreach.campaign.coverage.Links;
import org.jspecify.annotations.Nullable;

/** Addresses of the lists behind the figures of the night: each reads what the figure was added up from. */
public final class CourseLinks {

    private CourseLinks() {}

    /** Those of one of the two groups that took a step; all of the group without one. */
    public static String step(long campaign, String unit, boolean reached, Funnel.@Nullable Step step) {
        return Links.list(campaign, unit) + "&course=" + (reached ? "REACHED" : "OTHERS")
                + (step == null ? "" : "&step=" + step);
    }

    /** Those of an area in scope, or those of them that are silent. */
    public static String area(long campaign, String unit, Silence silence, Silence.Area area, boolean silent) {
        String place = area.unit() == null ? unit : area.unit().code();
        String more = area.unit() == null
                ? "&audience=" + area.audience() + "&size=" + area.size() + "&sector=" + area.sector()
                : area.itself() ? "&house=" + place : "";
        String narrowed = silence.segment() > 0 ? "&segment=" + silence.segment() : "";
        return Links.list(campaign, place) + more + narrowed + (silent ? "&silent=" + silence.since() : "");
    }
}
