package org.aeoreach.library.follow;

import java.time.Instant;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/** Something the viewer follows. @param changedAt when it changed last; of a topic, the document that did last */
public record Followed(
        Following.What what,
        String target,
        Cadence cadence,
        @Nullable String zh,
        @Nullable String en,
        @Nullable Instant changedAt) {

    public String name(Language language) {
        String first = zh == null ? (en == null ? target : en) : zh;
        return language.pick(first, en);
    }
}
