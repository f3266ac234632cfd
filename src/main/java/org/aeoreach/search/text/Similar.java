package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Names that share much with a text: pairs of neighbouring characters, or words that may be a little misspelt. */
public final class Similar {

    private static final int LONGEST = 60;
    private static final int FUZZY_FROM = 4;
    private static final int MOST_EXPANSIONS = 16;

    private Similar() {}

    /** Of Chinese text two fifths of its pairs, of Latin all words but one. */
    public static Query of(String text) {
        String folded = Folding.fold(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<String> symbols = Symbols.of(folded);
        boolean chinese = symbols.stream().anyMatch(Symbols::isHan);
        List<Query> parts = chinese ? pairs(symbols) : words(symbols);
        if (parts.isEmpty()) {
            return new MatchNoDocsQuery("nothing to look for");
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(new ConstantScoreQuery(part), Occur.SHOULD));
        int least = chinese ? parts.size() * 2 / 5 : parts.size() - 1;
        return query.setMinimumNumberShouldMatch(Math.max(1, least)).build();
    }

    private static List<Query> pairs(List<String> symbols) {
        return Grams.inner(symbols.stream().map(List::of).toList()).stream()
                .flatMap(List::stream)
                .distinct()
                .map(pair -> Phrases.term(NameFields.NAME, pair))
                .toList();
    }

    private static List<Query> words(List<String> symbols) {
        List<Query> words = new ArrayList<>();
        for (String word : symbols.stream().distinct().limit(12).toList()) {
            words.add(
                    word.length() < FUZZY_FROM
                            ? Phrases.term(NameFields.WORD, word)
                            : new FuzzyQuery(new Term(NameFields.WORD, word), 2, 1, MOST_EXPANSIONS, true));
        }
        return words;
    }
}
