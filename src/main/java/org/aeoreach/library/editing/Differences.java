package org.aeoreach.library.editing;

import java.util.ArrayList;
import java.util.List;

/** What was taken out of a text and put in, line by line. */
public record Differences(List<Line> lines) {
    // Beyond this many comparisons two texts are told as wholly different, between what they have in common at both
    // ends.
    private static final long MOST = 4_000_000;

    /** What became of a line. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED
    }

    /** A line of either text. */
    public record Line(Change change, String text) {}

    static Differences of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < now.size() - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        add(lines, Change.SAME, old.subList(0, start));
        between(lines, old.subList(start, old.size() - end), now.subList(start, now.size() - end));
        add(lines, Change.SAME, old.subList(old.size() - end, old.size()));
        return new Differences(List.copyOf(lines));
    }

    public boolean none() {
        return lines.stream().allMatch(line -> line.change() == Change.SAME);
    }

    private static void add(List<Line> lines, Change change, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(change, text)));
    }

    private static void between(List<Line> lines, List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > MOST) {
            add(lines, Change.REMOVED, old);
            add(lines, Change.ADDED, now);
            return;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Change.SAME, old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Change.ADDED, now.get(j++)));
            }
        }
    }

    /** How many lines the rests of both have in common, from each pair of places. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
