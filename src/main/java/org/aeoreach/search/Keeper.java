package org.aeoreach.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.aeoreach.search.text.Tiers;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of one kind on this node: opens it, brings it up to date, commits it, and makes it again when it is
 * missing, damaged, of another schema, of another database or too far behind. Its {@link #turn} is called about every
 * second; searches meanwhile use what is there.
 */
final class Keeper {

    private static final System.Logger LOG = System.getLogger(Keeper.class.getName());
    private static final Duration COMMIT_CHANGED = Duration.ofSeconds(30);
    private static final Duration COMMIT_IDLE = Duration.ofMinutes(10);
    private static final Duration CHECK = Duration.ofSeconds(5);
    /** A byte that turned on the disk is not noticed by those who read it; all of it is read in a fraction of a second. */
    private static final Duration CHECK_ALL = Duration.ofHours(1);

    private static final long ROWS_AT_ONCE = 5000;
    /** More than this and than half of the index is taken in by making it again beside, which several threads do. */
    private static final long MUCH = 100_000;

    private final ChangeFeed feed;
    private final Source source;
    private final Shelf shelf;
    private final Clock clock;
    private final Object oneAtATime;

    private volatile @Nullable KindIndex index;
    private volatile @Nullable IndexBuild build;
    private volatile boolean failing;
    private volatile @Nullable Instant followed;
    private volatile boolean doubted;
    private volatile boolean closing;
    private @Nullable Position position;
    private boolean changed;
    private volatile Instant committed = Instant.MIN;
    private Instant checked = Instant.MIN;
    private Instant checkedAll = Instant.MIN;

    /** On its own, as tests have it. */
    Keeper(ChangeFeed feed, Source source, Path home, Clock clock) {
        this(feed, source, home, clock, new Object());
    }

    /** @param oneAtATime held while an index is made: several at once would take the memory of all */
    Keeper(ChangeFeed feed, Source source, Path home, Clock clock, Object oneAtATime) {
        this.oneAtATime = oneAtATime;
        this.feed = feed;
        this.source = source;
        this.shelf = new Shelf(home.resolve(source.kind()));
        this.clock = clock;
    }

    IndexState state() {
        KindIndex current = index;
        IndexBuild making = build;
        if (current == null || doubted) {
            var condition = failing ? IndexState.Condition.FAILING : IndexState.Condition.MAKING;
            long done = making == null ? 0 : making.done();
            long total = making == null ? 0 : making.total();
            return new IndexState(source.kind(), condition, done, total, 0, 0, null, null);
        }
        try {
            return new IndexState(
                    source.kind(),
                    IndexState.Condition.READY,
                    0,
                    0,
                    current.size(),
                    current.bytes(),
                    followed,
                    committed);
        } catch (DamagedIndex damaged) {
            doubted = true;
            return IndexState.unknown(source.kind());
        }
    }

    /** Empty when there is no index to ask just now. */
    Optional<Found> find(Tiers tiers, Search search) {
        return asked(index -> index.find(tiers, search));
    }

    /** Empty when there is no index to ask just now. */
    <T> Optional<T> ask(Ask<T> question) {
        return asked(index -> index.ask(question));
    }

    /** Empty when there is no index to ask just now. */
    Optional<Found> similar(Query query, Search search) {
        return asked(index -> index.similar(query, search.path(), search.limit()));
    }

    private <T> Optional<T> asked(Function<KindIndex, T> question) {
        KindIndex asked = index;
        if (asked == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(asked));
        } catch (DamagedIndex damaged) {
            if (asked == index) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The search index " + source.kind() + " is looked at again",
                        damaged);
                doubted = true;
            }
            return Optional.empty();
        }
    }

    /** Brings the index up to date. */
    synchronized void turn() throws IOException {
        if (closing) {
            return;
        }
        boolean done = false;
        try {
            turned();
            done = true;
        } finally {
            failing = !done && !closing;
        }
    }

    private void turned() throws IOException {
        try {
            KindIndex current = index;
            if (current == null) {
                openOrBuild();
            } else {
                check(current);
                if (follow(current)) {
                    commitWhenDue(current);
                } else {
                    build();
                }
            }
        } catch (DamagedIndex damaged) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The search index " + source.kind() + " is made again: " + damaged.reason());
            giveUp();
            build();
        }
    }

    private void check(KindIndex current) {
        Instant now = clock.instant();
        if (doubted || checked.isBefore(now.minus(CHECK))) {
            current.checkFiles();
            if (doubted || checkedAll.isBefore(now.minus(CHECK_ALL))) {
                current.checkContent();
                checkedAll = now;
                doubted = false;
            }
            checked = now;
        }
    }

    private void openOrBuild() throws IOException {
        Path newest = shelf.newestCommitted();
        if (newest == null) {
            build();
            return;
        }
        KindIndex found = KindIndex.open(newest, source.order());
        try {
            Position reached = found.position();
            String obstacle = obstacle(reached);
            if (!obstacle.isEmpty()) {
                throw new DamagedIndex(obstacle);
            }
            position = reached;
            committed = clock.instant();
            checkedAll = committed;
            if (!follow(found)) {
                throw new DamagedIndex("too much has changed since");
            }
            index = found;
        } finally {
            if (index == null) {
                found.close();
            }
        }
    }

    /** Why an index cannot go on from its position, or empty. */
    private String obstacle(Position reached) {
        if (!reached.schema().equals(Documents.schema(source))) {
            return "it has schema " + reached.schema();
        }
        if (!reached.origin().equals(feed.origin()) || reached.below() > feed.horizon()) {
            return "it was made from another database";
        }
        return feed.knows(reached) ? "" : "it is too far behind";
    }

    private void build() throws IOException {
        if (closing) {
            return;
        }
        Path next = shelf.next();
        long start = System.nanoTime();
        Position begun =
                new Position(UUID.randomUUID().toString(), Documents.schema(source), feed.origin(), feed.horizon());
        // From now on changes are kept for it.
        feed.register(begun, source.kind());
        KindIndex made = KindIndex.create(next, source.order());
        IndexBuild filling = new IndexBuild(feed, source, () -> closing);
        build = filling;
        try {
            synchronized (oneAtATime) {
                filling.fill(made);
            }
            made.refresh();
            made.commit(begun);
        } catch (RuntimeException failed) {
            made.close();
            Shelf.delete(next);
            feed.forget(begun);
            throw failed;
        } finally {
            build = null;
        }
        switchTo(made, begun);
        made.join();
        shelf.keepOnly(next);
        LOG.log(
                System.Logger.Level.INFO,
                "The search index {0} of {1} records was made in {2} ms",
                source.kind(),
                made.size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private void switchTo(KindIndex made, Position begun) {
        KindIndex old = index;
        index = made;
        position = begun;
        committed = clock.instant();
        followed = committed;
        checkedAll = committed;
        // Its pieces are joined, and those they are joined of go with the next commit.
        changed = true;
        doubted = false;
        if (old != null) {
            old.close();
        }
    }

    private void giveUp() {
        KindIndex damaged = index;
        index = null;
        position = null;
        doubted = false;
        if (damaged != null) {
            damaged.close();
        }
    }

    /** False when so much has changed that making it again is faster; nothing is taken in then. */
    private boolean follow(KindIndex current) {
        Position from = java.util.Objects.requireNonNull(position);
        Instant now = clock.instant();
        long horizon = feed.horizon();
        if (horizon == from.below()) {
            followed = now;
            return true;
        }
        List<ChangeFeed.Range> ranges = feed.changes(source.kind(), from.below(), horizon);
        boolean wide = ranges.stream().anyMatch(range -> range.last() - range.first() > ROWS_AT_ONCE);
        ChangeFeed.Bounds bounds = wide ? feed.bounds(source) : null;
        if (bounds != null && much(ranges, bounds, current.size())) {
            return false;
        }
        ranges.forEach(range -> replace(current, range, bounds));
        if (!ranges.isEmpty()) {
            current.refresh();
            changed = true;
        }
        position = from.at(horizon);
        followed = now;
        return true;
    }

    private static boolean much(List<ChangeFeed.Range> ranges, ChangeFeed.Bounds bounds, long size) {
        long ids = ranges.stream()
                .mapToLong(range -> Math.min(range.last(), bounds.last()) - Math.max(range.first(), bounds.first()))
                .map(width -> Math.max(0, width))
                .sum();
        return ids / density(bounds) > Math.max(MUCH, size / 2);
    }

    /** Ids have gaps: how many of them there are to a record. */
    private static long density(ChangeFeed.Bounds bounds) {
        return Math.max(1, (bounds.last() - bounds.first() + 1) / Math.max(1, bounds.count()));
    }

    private void replace(KindIndex current, ChangeFeed.Range range, ChangeFeed.@Nullable Bounds bounds) {
        if (bounds == null) {
            take(current, range);
            return;
        }
        long width = ROWS_AT_ONCE * density(bounds);
        long first = range.first();
        for (long end = Math.min(range.last(), bounds.last()); first <= end && !closing; first += width) {
            ChangeFeed.Range part = new ChangeFeed.Range(first, Math.min(end, first + width - 1));
            take(current, part);
        }
        if (first <= range.last()) {
            current.remove(new ChangeFeed.Range(first, range.last()));
        }
    }

    /** What goes wrong between is not yet findable, and is done again from the same position. */
    private void take(KindIndex current, ChangeFeed.Range range) {
        current.remove(range);
        feed.records(source, range, current::add);
    }

    private void commitWhenDue(KindIndex current) {
        Duration pause = changed ? COMMIT_CHANGED : COMMIT_IDLE;
        if (committed.plus(pause).isBefore(clock.instant())) {
            commit(current);
        }
    }

    /** Commits what is there, at the position reached. */
    private void commit(KindIndex current) {
        Position reached = java.util.Objects.requireNonNull(position);
        current.commit(reached);
        feed.register(reached, source.kind());
        committed = clock.instant();
        changed = false;
    }

    /** Ends a build that is under way. */
    void stop() {
        closing = true;
    }

    /** Ends a build that is under way, commits and closes. */
    void close() {
        stop();
        synchronized (this) {
            KindIndex current = index;
            index = null;
            if (current != null) {
                try {
                    commit(current);
                } catch (RuntimeException e) {
                    // The last commit is still there; the next start goes on from it.
                    LOG.log(System.Logger.Level.WARNING, "The search index was closed without a commit", e);
                } finally {
                    current.close();
                }
            }
        }
    }
}
