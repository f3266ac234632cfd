package org.aeoreach.training.feed;

import jakarta.validation.constraints.NotNull;
import org.aeoreach.platform.Language;

/** A secret link wanted, in which language. */
public record NewTrainingFeed(@NotNull Language language) {}
