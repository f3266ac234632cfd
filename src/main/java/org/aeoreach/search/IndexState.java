package org.aeoreach.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the index of one kind stands on this node.
 *
 * @param kind of {@link Indexed}
 * @param condition what can be asked of it
 * @param done records taken in so far, while it is made
 * @param total records there are to be taken in; 0 when that is not known yet
 * @param records in it; 0 while there is none
 * @param bytes of its files
 * @param followedAt when it last had all that was committed in the database; null before it was made
 * @param committedAt when it was last written to disk; a start after a crash goes on from there
 */
public record IndexState(
        String kind,
        Condition condition,
        long done,
        long total,
        long records,
        long bytes,
        @Nullable Instant followedAt,
        @Nullable Instant committedAt) {

    /** What can be asked of it. */
    public enum Condition {
        /** It finds. */
        READY,
        /** It is made, for the first time or again; until then nothing is found by it, and whoever asks is told so. */
        MAKING,
        /** It could not be made and is tried again. */
        FAILING
    }

    static IndexState unknown(String kind) {
        return new IndexState(kind, Condition.MAKING, 0, 0, 0, 0, null, null);
    }

    public boolean ready() {
        return condition == Condition.READY;
    }
}
