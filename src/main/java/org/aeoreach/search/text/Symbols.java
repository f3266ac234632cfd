package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts folded text into symbols: a Chinese character, or a run of letters and digits. The rest is left out. */
final class Symbols {

    private Symbols() {}

    static List<String> of(String folded) {
        List<String> symbols = new ArrayList<>(folded.length());
        StringBuilder run = new StringBuilder();
        folded.codePoints().forEach(character -> {
            boolean han = Folding.isHan(character);
            if (!han && Character.isLetterOrDigit(character)) {
                run.appendCodePoint(character);
                return;
            }
            close(run, symbols);
            if (han) {
                symbols.add(Character.toString(character));
            }
        });
        close(run, symbols);
        return symbols;
    }

    private static void close(StringBuilder run, List<String> symbols) {
        if (run.length() > 0) {
            symbols.add(run.toString());
            run.setLength(0);
        }
    }

    static boolean isHan(String symbol) {
        return Folding.isHan(symbol.codePointAt(0));
    }
}
