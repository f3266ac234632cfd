package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;

/**
 * What a typed text may mean, the surest first: a code, the whole name, its beginning, a part of it, its pinyin or
 * initials, a former name. Only when none of these is found the guesses are tried: characters that sound the same, one
 * wrong character, one wrong letter.
 */
public record Tiers(List<Query> sure, List<Query> guesses) {

    private static final int LONGEST = 100;
    private static final int MOST_PARTS = 6;
    private static final int LONGEST_GUESS = 20;
    private static final int FUZZY_FROM = 4;
    private static final int FUZZY_TWICE_FROM = 9;
    private static final int MOST_EXPANSIONS = 32;

    public static Tiers of(String typed) {
        String folded = Folding.fold(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        List<List<String>> parts = Arrays.stream(folded.split("\\s+", -1))
                .map(Symbols::of)
                .filter(symbols -> !symbols.isEmpty())
                .limit(MOST_PARTS)
                .toList();
        if (parts.isEmpty()) {
            return new Tiers(List.of(), List.of());
        }
        String compact = Folding.compact(folded);
        return parts.stream().flatMap(List::stream).anyMatch(Symbols::isHan)
                ? chinese(parts, compact)
                : latin(parts.stream().flatMap(List::stream).toList(), compact);
    }

    private static Tiers chinese(List<List<String>> parts, String compact) {
        List<Query> sure = new ArrayList<>();
        sure.add(Phrases.term(NameFields.EXACT, compact));
        if (parts.size() == 1) {
            sure.add(Phrases.row(NameFields.NAME, single(parts.get(0)), true));
        }
        sure.add(everywhere("", parts));
        sure.add(everywhere(NameFields.FORMER, parts));
        List<Query> guesses = new ArrayList<>();
        guesses.add(Phrases.all(parts.stream().map(Tiers::inTwo).toList()));
        guesses.add(Phrases.all(parts.stream().map(Tiers::sounding).toList()));
        guesses.add(Phrases.all(parts.stream().map(Tiers::oneWrong).toList()));
        return new Tiers(List.copyOf(sure), List.copyOf(guesses));
    }

    private static Query everywhere(String before, List<List<String>> parts) {
        return Phrases.all(
                parts.stream().map(symbols -> somewhere(before, symbols)).toList());
    }

    /** A part of a text in which Chinese occurs: within the name; if it is itself not Chinese also a word or a code. */
    private static Query somewhere(String before, List<String> symbols) {
        Query within = Phrases.row(before + NameFields.NAME, single(symbols), false);
        if (symbols.size() > 1 || Symbols.isHan(symbols.get(0))) {
            return within;
        }
        String only = symbols.get(0);
        return Phrases.any(List.of(
                within, Phrases.prefix(before + NameFields.WORD, only), codeStart(only), initials(only, false)));
    }

    private static List<List<String>> single(List<String> symbols) {
        return symbols.stream().map(List::of).toList();
    }

    private static Query sounding(List<String> symbols) {
        return symbols.size() > 1
                ? Phrases.row(NameFields.PINYIN, NameFields.readings(symbols), false)
                : somewhere("", symbols);
    }

    /** Two parts with something between them that was left out, as in a name without the 市 of its city. */
    private static Query inTwo(List<String> symbols) {
        List<Query> ways = new ArrayList<>();
        for (int cut = 2; cut + 2 <= symbols.size() && symbols.size() <= LONGEST_GUESS; cut++) {
            ways.add(Phrases.all(List.of(
                    Phrases.row(NameFields.NAME, single(symbols.subList(0, cut)), false),
                    Phrases.row(NameFields.NAME, single(symbols.subList(cut, symbols.size())), false))));
        }
        return ways.isEmpty() ? somewhere("", symbols) : Phrases.any(ways);
    }

    /** All but one symbol, at their places. What is left of it at the sides is a part of at least two symbols. */
    private static Query oneWrong(List<String> symbols) {
        if (symbols.size() < 3 || symbols.size() > LONGEST_GUESS) {
            return somewhere("", symbols);
        }
        List<Query> ways = new ArrayList<>();
        for (int wrong = 0; wrong < symbols.size(); wrong++) {
            List<List<String>> pairs = new ArrayList<>(Grams.inner(single(symbols)));
            List<Query> sides = Stream.of(
                            pairs.subList(0, Math.max(0, wrong - 1)),
                            pairs.subList(Math.min(pairs.size(), wrong + 1), pairs.size()))
                    .filter(side -> !side.isEmpty())
                    .map(side -> Phrases.phrase(NameFields.NAME, side))
                    .toList();
            if (!sides.isEmpty()) {
                ways.add(Phrases.all(sides));
            }
        }
        return Phrases.any(ways);
    }

    private static Tiers latin(List<String> words, String compact) {
        List<Query> sure = new ArrayList<>();
        sure.add(Phrases.term(NameFields.CODE, compact));
        sure.add(Phrases.term(NameFields.EXACT, compact));
        if (words.size() == 1 && compact.chars().anyMatch(Character::isDigit)) {
            sure.add(codeStart(compact));
        }
        sure.add(words("", words, Grams.START));
        sure.add(words("", words, ""));
        boolean letters = compact.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        if (letters) {
            List<Syllables.Reading> readings = Syllables.of(compact);
            sure.add(pinyin(readings, true));
            sure.add(pinyin(readings, false));
        }
        if (words.size() == 1) {
            sure.add(initials(compact, true));
            sure.add(initials(compact, false));
        }
        sure.add(words(NameFields.FORMER, words, ""));
        return new Tiers(List.copyOf(sure), guesses(words, letters ? compact : ""));
    }

    private static List<Query> guesses(List<String> words, String letters) {
        List<Query> guesses = new ArrayList<>();
        if (words.stream().anyMatch(word -> word.length() >= FUZZY_FROM)) {
            guesses.add(Phrases.all(words.stream().map(Tiers::nearly).toList()));
        }
        if (letters.length() >= FUZZY_FROM && letters.length() <= LONGEST_GUESS) {
            guesses.add(initialsInTwo(letters));
            guesses.add(Phrases.any(Syllables.mistyped(letters).stream()
                    .map(syllables -> Phrases.row(NameFields.PINYIN, single(syllables), false))
                    .toList()));
        }
        return List.copyOf(guesses);
    }

    private static Query initialsInTwo(String letters) {
        List<Query> ways = new ArrayList<>();
        for (int cut = 2; cut + 2 <= letters.length(); cut++) {
            ways.add(Phrases.all(
                    List.of(initials(letters.substring(0, cut), true), initials(letters.substring(cut), false))));
        }
        return Phrases.any(ways);
    }

    private static Query nearly(String word) {
        if (word.length() < FUZZY_FROM) {
            return Phrases.prefix(NameFields.WORD, word);
        }
        int edits = word.length() >= FUZZY_TWICE_FROM ? 2 : 1;
        return new FuzzyQuery(new Term(NameFields.WORD, word), edits, 1, MOST_EXPANSIONS, true);
    }

    /** Every word begins a word of the name; the first one, with a mark, the name itself. */
    private static Query words(String before, List<String> words, String mark) {
        List<Query> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            all.add(Phrases.prefix(before + NameFields.WORD, (i == 0 ? mark : "") + words.get(i)));
        }
        return Phrases.all(all);
    }

    private static Query codeStart(String text) {
        return text.length() <= NameFields.CODE_START_LENGTH
                ? Phrases.term(NameFields.CODE_START, text)
                : Phrases.prefix(NameFields.CODE, text);
    }

    private static Query pinyin(List<Syllables.Reading> readings, boolean start) {
        return Phrases.any(readings.stream().map(reading -> row(reading, start)).toList());
    }

    private static Query row(Syllables.Reading reading, boolean start) {
        List<List<String>> symbols = new ArrayList<>(single(reading.whole()));
        if (!reading.begun().isEmpty()) {
            symbols.add(List.copyOf(Pinyin.beginning(reading.begun())));
        }
        return Phrases.row(NameFields.PINYIN, symbols, start);
    }

    /** Two letters are one term, more are terms of three in a row. */
    private static Query initials(String letters, boolean start) {
        String all = (start ? Grams.START : "") + letters;
        int length = all.length();
        if (letters.length() < 2) {
            return Phrases.any(List.of());
        }
        if (length == 2) {
            return Phrases.term(NameFields.INITIALS, all);
        }
        List<List<String>> positions = new ArrayList<>();
        for (int i = 0; i + 3 <= length; i++) {
            positions.add(List.of(all.substring(i, i + 3)));
        }
        return Phrases.phrase(NameFields.INITIALS, positions);
    }
}
