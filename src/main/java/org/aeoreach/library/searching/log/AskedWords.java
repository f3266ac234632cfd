package org.aeoreach.library.searching.log;

import java.util.regex.Pattern;
import org.aeoreach.search.text.Folding;

/** Words of a question as they may be kept. */
final class AskedWords {

    private static final int LONGEST = 120;
    private static final String LEFT_OUT = "\u2026";
    /** Addresses, numbers of telephones, and identity and credit codes. */
    private static final Pattern TELLING = Pattern.compile("\\S*@\\S*|[0-9]{3}[- ][0-9]{4}[- ][0-9]{4}"
            + "|(?<![a-z0-9])(?=(?:[a-z]*[0-9]){8})[a-z0-9]{15,20}(?![a-z0-9])|[0-9]{7,}[a-z]?");

    private AskedWords() {}

    /** Folded, in one line, without what could tell a person; empty when nothing is left. */
    static String of(String typed) {
        String head = typed.length() > 4 * LONGEST ? typed.substring(0, 4 * LONGEST) : typed;
        String line =
                Folding.fold(head).replaceAll("[\\s\\p{Cntrl}\\p{Cs}]+", " ").strip();
        String kept = TELLING.matcher(line).replaceAll(LEFT_OUT);
        String shortened = kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept;
        boolean says = shortened.codePoints().anyMatch(Character::isLetterOrDigit);
        return says ? shortened.strip() : "";
    }
}
