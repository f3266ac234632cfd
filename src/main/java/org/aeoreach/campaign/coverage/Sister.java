package org.aeoreach.campaign.coverage;

import java.util.List;
import org.aeoreach.campaign.counting.SisterSums;
import org.jspecify.annotations.Nullable;

/** Sums of a district the directive was issued to besides. @param sums one for each audience */
public record Sister(String code, String zh, @Nullable String en, List<SisterSums.Sum> sums) {

    /** That of an audience, if there is one. */
    public SisterSums.@Nullable Sum of(String audience) {
        return sums.stream()
                .filter(sum -> sum.audience().equals(audience))
                .findFirst()
                .orElse(null);
    }
}
