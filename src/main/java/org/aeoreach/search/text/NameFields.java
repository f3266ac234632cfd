package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

/** The fields of a document by which names and codes are found. */
public final class NameFields {

    /** To be raised when any of them changes: older indexes are then made again. */
    public static final int VERSION = 1;

    static final String CODE = "code";
    static final String CODE_START = "codeStart";
    static final String EXACT = "exact";
    static final String NAME = "name";
    static final String WORD = "word";
    static final String PINYIN = "pinyin";
    static final String INITIALS = "initials";
    /** Before the names of the fields of former names. */
    static final String FORMER = "former.";

    /** As many first characters of a code are terms of their own. */
    static final int CODE_START_LENGTH = 9;

    private static final int LONGEST = 200;
    private static final FieldType POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType TERMS = type(IndexOptions.DOCS);

    private NameFields() {}

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /** A code found whole or by its beginning. */
    public static void addCode(Document document, String code) {
        String folded = Folding.compact(code);
        document.add(new StringField(CODE, folded, Field.Store.NO));
        List<String> starts = new ArrayList<>(CODE_START_LENGTH);
        for (int length = 1; length <= Math.min(CODE_START_LENGTH, folded.length()); length++) {
            starts.add(folded.substring(0, length));
        }
        document.add(new Field(CODE_START, new TermStream(List.of(starts)), TERMS));
    }

    /** A name in force. */
    public static void addName(Document document, String name) {
        List<String> symbols = add(document, "", name);
        List<List<String>> readings = readings(symbols);
        if (readings.stream().anyMatch(each -> !each.isEmpty())
                && symbols.stream().anyMatch(Symbols::isHan)) {
            document.add(new Field(PINYIN, new TermStream(Grams.pairs(readings)), POSITIONS));
            document.add(new Field(INITIALS, new TermStream(Grams.letters(initials(symbols))), POSITIONS));
        }
    }

    /** A name of earlier times. */
    public static void addFormerName(Document document, String name) {
        add(document, FORMER, name);
    }

    /** A text, found by any part behind names; not as a whole. */
    public static void addText(Document document, String text) {
        List<String> symbols = Symbols.of(Folding.fold(text));
        // As long as it is: a name ends after 120 symbols.
        addParts(document, FORMER, symbols, Grams.inner(single(symbols)));
    }

    private static List<String> add(Document document, String before, String name) {
        String folded = Folding.fold(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
        List<String> symbols = Symbols.of(folded);
        if (symbols.isEmpty()) {
            return symbols;
        }
        document.add(new StringField(before + EXACT, Folding.compact(folded), Field.Store.NO));
        addParts(document, before, symbols, Grams.pairs(single(symbols)));
        return symbols;
    }

    private static List<List<String>> single(List<String> symbols) {
        return symbols.stream().map(List::of).toList();
    }

    private static void addParts(Document document, String before, List<String> symbols, List<List<String>> pairs) {
        if (symbols.stream().anyMatch(Symbols::isHan)) {
            document.add(new Field(before + NAME, new TermStream(pairs), POSITIONS));
        }
        List<List<String>> words = words(symbols);
        if (!words.isEmpty()) {
            document.add(new Field(before + WORD, new TermStream(words), POSITIONS));
        }
    }

    /** The runs of letters and digits; the first also with the mark of the start, if the name begins with it. */
    private static List<List<String>> words(List<String> symbols) {
        List<List<String>> words = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            String symbol = symbols.get(i);
            if (!Symbols.isHan(symbol)) {
                words.add(i == 0 ? List.of(symbol, Grams.START + symbol) : List.of(symbol));
            }
        }
        return words;
    }

    /** The readings of each symbol; a run of letters reads as itself. */
    static List<List<String>> readings(List<String> symbols) {
        return symbols.stream()
                .map(symbol -> Symbols.isHan(symbol) ? Pinyin.of(symbol) : List.of(symbol))
                .toList();
    }

    private static List<List<String>> initials(List<String> symbols) {
        List<List<String>> letters = new ArrayList<>();
        for (String symbol : symbols) {
            if (Symbols.isHan(symbol)) {
                letters.add(Pinyin.of(symbol).stream()
                        .map(reading -> reading.substring(0, 1))
                        .distinct()
                        .toList());
            } else {
                symbol.codePoints().limit(12).forEach(letter -> letters.add(List.of(Character.toString(letter))));
            }
        }
        return letters;
    }
}
