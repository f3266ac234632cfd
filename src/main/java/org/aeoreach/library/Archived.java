package org.aeoreach.library;

import java.time.Instant;

/** That a document is archived. @param reason as its editor told it, Chinese, then {@code " / "} and English; empty when it came archived with its file */
public record Archived(Instant since, String reason) {}
