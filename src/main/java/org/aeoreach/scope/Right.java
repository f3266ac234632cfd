package org.aeoreach.scope;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may do for the enterprise he acts for; each right stands by itself. */
public enum Right {
    /** Manages the enterprise's users and representatives; never delegated. */
    ADMINISTER,
    /** Asks customs and sees the questions and answers of the enterprise. */
    ASK,
    /** Registers the enterprise's people for training. */
    REGISTER,
    /** Answers surveys for the enterprise. */
    ANSWER_SURVEYS,
    /** Works on the enterprise's self-assessment. */
    SELF_ASSESS;

    /** Those a representative may be given. */
    public static final Set<Right> DELEGABLE =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ADMINISTER)));

    /** Reads names joined by commas; an empty text is no right. */
    public static Set<Right> of(String names) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String name : names.split(",", -1)) {
            if (!name.isEmpty()) {
                rights.add(valueOf(name));
            }
        }
        return Collections.unmodifiableSet(rights);
    }

    /** Their names in a fixed order, joined by commas. */
    public static String names(Collection<Right> rights) {
        return rights.stream().distinct().sorted().map(Right::name).collect(Collectors.joining(","));
    }
}
