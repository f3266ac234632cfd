package org.aeoreach.training.observation;

import java.time.Instant;

/** What who observes promises to keep to himself. @param edition counted from 1 */
public record StatementView(int edition, String textZh, String textEn, Instant since) {}
