package org.aeoreach.campaign.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.aeoreach.campaign.CampaignContent;

/** What a campaign is to say from now on, and why. */
public record Amending(
        @NotNull @Valid CampaignContent content,
        @NotBlank @Size(max = 1000) String note) {}
