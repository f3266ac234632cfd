package org.aeoreach.enterprise.duplicate.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Finds the pairs of near names among those of one district. Not all are compared with all: names of which one or two
 * characters differ become the same text when one or two of their characters are left out, so each name is put under its
 * {@link Shapes shapes}, and only those under one shape are compared by {@link Named#like}. Shapes are numbers, sorted in a
 * buffer of a fixed size, a part of them in each round. A shape shared by more than {@value #CROWD} names says nothing
 * (深圳市某某电子) and is passed over; with that the number of pairs grows with the number of names, not with its square.
 */
public final class NearPairs {

    /** More than this many of one shape are a chain or a usual pattern, not one enterprise ten times. */
    static final int CROWD = 10;
    /** Names a district may have: their places take this many bits of a number. */
    static final int PLACE_BITS = 22;

    private static final int BUFFER = 1 << 21;
    private static final int MOST_PARTS = 1 << 16;
    private static final long PLACE = (1L << PLACE_BITS) - 1;

    private final List<Named> names;
    private final Runnable checkpoint;
    private final List<Pair> found = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private final Map<Integer, Integer> partners = new HashMap<>();

    /** Two enterprises that may be one, the lower id first. */
    public record Pair(Named first, Named second, Named.Reason reason) {}

    private NearPairs(List<Named> names, Runnable checkpoint) {
        this.names = names;
        this.checkpoint = checkpoint;
    }

    /**
     * All pairs, each once; of one name at most {@value #CROWD}.
     *
     * @param checkpoint called every few tens of milliseconds; what it throws ends the work
     */
    public static List<Pair> of(List<Named> names, Runnable checkpoint) {
        if (names.size() > PLACE) {
            throw new IllegalArgumentException(names.size() + " names are too many at once");
        }
        NearPairs search = new NearPairs(names, checkpoint);
        long shapes = search.count();
        int rounds = (int) (shapes / (BUFFER * 3L / 4)) + 1;
        for (int round = 0; round < rounds; round++) {
            search.round(round, rounds);
        }
        return List.copyOf(search.found);
    }

    private long count() {
        long[] sum = new long[1];
        for (Named name : names) {
            Shapes.of(name, shape -> sum[0]++);
        }
        return sum[0];
    }

    /** Looks at the shapes of one part; a part that does not fit is cut in two. */
    private void round(int part, int parts) {
        checkpoint.run();
        Buffer buffer = new Buffer();
        for (int place = 0; place < names.size() && !buffer.full; place++) {
            long at = place;
            Shapes.of(names.get(place), shape -> {
                if (Long.remainderUnsigned(shape, parts) == part) {
                    buffer.accept((shape << PLACE_BITS) | at);
                }
            });
        }
        if (buffer.full && parts > MOST_PARTS) {
            // One shape alone fills the buffer: a crowd if there ever was one.
            return;
        }
        if (buffer.full) {
            round(part, parts * 2);
            round(part + parts, parts * 2);
            return;
        }
        checkpoint.run();
        Arrays.sort(buffer.values, 0, buffer.size);
        runs(buffer);
    }

    private void runs(Buffer buffer) {
        int from = 0;
        while (from < buffer.size) {
            int to = from + 1;
            while (to < buffer.size && buffer.values[to] >>> PLACE_BITS == buffer.values[from] >>> PLACE_BITS) {
                to++;
            }
            if (to - from > 1) {
                compare(Arrays.stream(buffer.values, from, to)
                        .mapToInt(value -> (int) (value & PLACE))
                        .distinct()
                        .toArray());
            }
            from = to;
        }
    }

    private void compare(int[] places) {
        if (places.length > CROWD) {
            return;
        }
        for (int i = 0; i < places.length; i++) {
            for (int j = i + 1; j < places.length; j++) {
                compare(places[i], places[j]);
            }
        }
    }

    private void compare(int one, int other) {
        Named.Reason reason = names.get(one).like(names.get(other));
        if (reason == null
                || partners.getOrDefault(one, 0) >= CROWD
                || partners.getOrDefault(other, 0) >= CROWD
                || !seen.add(((long) Math.min(one, other) << PLACE_BITS) | Math.max(one, other))) {
            return;
        }
        partners.merge(one, 1, Integer::sum);
        partners.merge(other, 1, Integer::sum);
        Named first = names.get(one);
        Named second = names.get(other);
        found.add(first.id() < second.id() ? new Pair(first, second, reason) : new Pair(second, first, reason));
    }

    /** Numbers in a row, as many as fit. */
    private static final class Buffer implements LongConsumer {
        private final long[] values = new long[BUFFER];
        private int size;
        private boolean full;

        @Override
        public void accept(long value) {
            if (size == BUFFER) {
                full = true;
            } else {
                values[size++] = value;
            }
        }
    }
}
