package org.aeoreach.campaign.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.web.Page;
import org.jspecify.annotations.Nullable;

/** Why an enterprise stands where it does in a work list. @param lastContact with anybody of customs, or null */
public record Why(
        @Nullable LocalDate lastContact,
        String audience,
        @Nullable String size) {

    /** Months without a contact after which a relation is taken to lapse. */
    private static final int LAPSE = 6;

    /** In the reader's words, the weightiest first. */
    public static String words(Why why, LocalDate today, Page page) {
        List<String> all = new ArrayList<>();
        if (why.lastContact == null) {
            all.add(page.t("coverage.why.never"));
        } else if (why.lastContact.isBefore(today.minusMonths(LAPSE))) {
            all.add(page.t("coverage.why.lapse", page.on(why.lastContact)));
        } else {
            all.add(page.t("coverage.why.last", page.on(why.lastContact)));
        }
        all.add(page.t("enterprise.audience." + why.audience));
        if ("LARGE".equals(why.size) || "MEDIUM".equals(why.size)) {
            all.add(page.t("coverage.why.size." + why.size));
        }
        return String.join(page.t("enterprise.list-separator"), all);
    }
}
