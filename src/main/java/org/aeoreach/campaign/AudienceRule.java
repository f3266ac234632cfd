package org.aeoreach.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.aeoreach.outreach.Channel;
import org.aeoreach.outreach.Strength;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign says to an audience, and what it expects there.
 *
 * @param expected share of those in scope that are to be reached, per cent
 * @param leastStrength from which on a contact counts as reached
 * @param channels by which it has to come; empty for any
 */
public record AudienceRule(
        @NotNull Audience audience,
        @NotBlank @Size(max = 4000) String textZh,
        @Nullable @Size(max = 8000) String textEn,
        @Min(0) @Max(100) int expected,
        @NotNull Strength leastStrength,
        @NotNull List<Channel> channels) {}
