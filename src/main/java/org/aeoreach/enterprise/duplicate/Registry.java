package org.aeoreach.enterprise.duplicate;

import java.util.List;
import org.aeoreach.enterprise.duplicate.likeness.Named;
import org.aeoreach.enterprise.duplicate.likeness.NearPairs;

/** Where a scan reads names and puts down what it suspects; each call is a transaction of its own. */
interface Registry {

    /** Paths of the districts it may look through. */
    List<String> districts();

    /** Names of a district behind this path and id, in the order of both. */
    List<Named> names(String district, String afterPath, long afterId, int most);

    /** Puts down pairs; those known already, dismissed ones too, stay as they are. Returns how many are new. */
    int suspect(List<NearPairs.Pair> pairs);

    /** The unit both are in, as a path. */
    static String common(String one, String other) {
        int dot = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i); i++) {
            dot = one.charAt(i) == '.' ? i + 1 : dot;
        }
        return one.substring(0, dot);
    }
}
