package org.aeoreach.enterprise.duplicate.likeness;

import org.jspecify.annotations.Nullable;

/**
 * How alike two names are. The rule, on their {@link NameKey keys}: the same key is the same name. Else the numbers,
 * ordinals and directions in them have to be the same, and then they are nearly the same when at most as many characters
 * differ (another one, one too many, two neighbours exchanged) as {@link NameKey#tolerance} says for the shorter one, or
 * when they are the same words in another order.
 */
public enum Likeness {
    /** The same but for legal form, width, case or marks. */
    SAME,
    NEAR,
    OTHER;

    /** Both keys of the same script; null for a name one of them does not have. */
    public static Likeness of(@Nullable NameKey one, @Nullable NameKey other) {
        if (one == null || other == null || one.latin() != other.latin()) {
            return OTHER;
        }
        if (one.text().equals(other.text())) {
            return SAME;
        }
        if (!one.marks().equals(other.marks())) {
            return OTHER;
        }
        int most = Math.min(one.tolerance(), other.tolerance());
        boolean near = exchanged(one, other) || (most > 0 && distance(one.text(), other.text(), most) <= most);
        return near ? NEAR : OTHER;
    }

    private static boolean exchanged(NameKey one, NameKey other) {
        return one.latin()
                ? one.words().size() > 1 && one.sorted().equals(other.sorted())
                : one.length() >= 4 && blocksExchanged(one.text(), other.text());
    }

    /** Whether one is x u y v z and the other x v y u z, where u and v have at least two characters; y may be empty. */
    private static boolean blocksExchanged(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int from = 0;
        while (from < one.length() && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        int to = one.length();
        while (to > from && one.charAt(to - 1) == other.charAt(to - 1)) {
            to--;
        }
        return swapped(one.substring(from, to), other.substring(from, to));
    }

    private static boolean swapped(String one, String other) {
        int length = one.length();
        for (int first = 2; first + 2 <= length; first++) {
            for (int last = 2; first + last <= length; last++) {
                String u = one.substring(0, first);
                String v = one.substring(length - last);
                if (other.startsWith(v)
                        && other.endsWith(u)
                        && other.substring(last, length - first).equals(one.substring(first, length - last))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Characters that differ; more than {@code most} is any number above it. */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            before = above;
            above = row;
        }
        return above[other.length()];
    }
}
