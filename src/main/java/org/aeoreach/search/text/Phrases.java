package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Queries over the terms of {@link NameFields}. */
final class Phrases {

    private static final Query NOTHING = new MatchNoDocsQuery("nothing to look for");

    private Phrases() {}

    static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    static Query prefix(String field, String text) {
        return new PrefixQuery(new Term(field, text));
    }

    /** These symbols in a row; from the start of the name, when it is at the start. */
    static Query row(String field, List<List<String>> symbols, boolean start) {
        List<List<String>> all = new ArrayList<>(symbols);
        if (start) {
            all.add(0, List.of(Grams.START));
        }
        if (all.stream().anyMatch(List::isEmpty)) {
            return NOTHING;
        }
        if (all.size() == 1) {
            return any(all.get(0).stream()
                    .map(symbol -> prefix(field, Grams.beginning(symbol)))
                    .toList());
        }
        return phrase(field, Grams.inner(all));
    }

    /** One of the terms of each position, at positions in a row. */
    static Query phrase(String field, List<List<String>> positions) {
        if (positions.isEmpty()) {
            return NOTHING;
        }
        if (positions.size() == 1) {
            return any(positions.get(0).stream().map(term -> term(field, term)).toList());
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (List<String> terms : positions) {
            phrase.add(terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new));
        }
        return phrase.build();
    }

    static Query any(List<Query> queries) {
        return joined(queries, Occur.SHOULD);
    }

    static Query all(List<Query> queries) {
        return joined(queries, Occur.MUST);
    }

    private static Query joined(List<Query> queries, Occur occur) {
        if (queries.isEmpty()) {
            return NOTHING;
        }
        if (queries.size() == 1) {
            return queries.get(0);
        }
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        queries.forEach(query -> builder.add(query, occur));
        return builder.build();
    }
}
