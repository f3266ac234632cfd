package org.aeoreach.training.conference;

import org.jspecify.annotations.Nullable;

/** A track of a conference: a column where parts run side by side. */
public record TrackView(long id, String nameZh, @Nullable String nameEn) {}
