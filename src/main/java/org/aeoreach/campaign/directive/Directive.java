package org.aeoreach.campaign.directive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.aeoreach.campaign.CampaignContent;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a campaign that is not out yet.
 *
 * @param conditions JSON of the condition enterprises in scope meet, as segments have them; null for every enterprise
 * @param units codes of the districts it is issued to; a unit's own campaign is for itself and names none
 */
public record Directive(
        @NotNull @Valid CampaignContent content,
        @Nullable @Size(max = 20000) String conditions,
        @NotNull @Size(max = 60) List<String> units) {}
