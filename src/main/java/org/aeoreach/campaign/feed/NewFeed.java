package org.aeoreach.campaign.feed;

import jakarta.validation.constraints.NotNull;
import org.aeoreach.campaign.calendar.Whose;
import org.aeoreach.platform.Language;

/** A secret link wanted: whose days it shows, in which language. */
public record NewFeed(@NotNull Whose whose, @NotNull Language language) {}
