package org.aeoreach.mail.inbound;

import org.jspecify.annotations.Nullable;

/** What becomes of a mail that nobody needs to answer. @param note one line of technical words for administrators */
record Fate(
        Became became, @Nullable String thread, @Nullable String note) {}
