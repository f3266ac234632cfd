package org.aeoreach.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign says; all of it can be amended while it runs. Whom it is about stays as it was frozen.
 *
 * @param acknowledgeBy by when the units it was issued to take note of it
 * @param planBy by when they hand in their plans
 * @param reportsOn days on which is reported
 * @param sisterSums whether units it was issued to see each other's sums
 * @param documents codes of the documents it promotes, in their order
 */
public record CampaignContent(
        @NotBlank @Size(max = 200) String titleZh,
        @Nullable @Size(max = 300) String titleEn,
        @NotBlank @Size(max = 4000) String purposeZh,
        @Nullable @Size(max = 8000) String purposeEn,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @Nullable LocalDate acknowledgeBy,
        @Nullable LocalDate planBy,
        @NotNull @Size(max = 12) List<LocalDate> reportsOn,
        boolean sisterSums,
        @NotNull @Size(max = 3) List<@Valid AudienceRule> audiences,
        @NotNull @Size(max = 20) List<String> documents) {

    public Optional<AudienceRule> rule(Audience audience) {
        return audiences.stream().filter(rule -> rule.audience() == audience).findFirst();
    }
}
