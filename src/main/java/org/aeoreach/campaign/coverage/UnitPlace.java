package org.aeoreach.campaign.coverage;

import org.aeoreach.scope.OrgPath;
import org.jspecify.annotations.Nullable;

/** A unit whose figures are shown. */
public record UnitPlace(String code, String zh, @Nullable String en, String orgPath) {

    /** First path that is no longer below it. */
    public String end() {
        return OrgPath.end(orgPath);
    }
}
