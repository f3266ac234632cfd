package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aeoreach.search.text.Highlight;
import org.aeoreach.search.text.Tiers;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Titles for what has been typed so far: those that begin with it before those that have it inside. */
final class Suggestions {

    private final IndexSearcher searcher;
    private final Typed typed;

    Suggestions(IndexSearcher searcher, Typed typed) {
        this.searcher = searcher;
        this.typed = typed;
    }

    List<Suggestion> first(int limit) throws IOException {
        Tiers tiers = Tiers.of(typed.text());
        Set<Integer> texts = new LinkedHashSet<>();
        for (Query tier : tiers.sure()) {
            collect(tier, limit, texts);
        }
        for (Query guess : texts.isEmpty() ? tiers.guesses() : List.<Query>of()) {
            collect(guess, texts.isEmpty() ? limit : 0, texts);
        }
        List<Suggestion> suggestions = new ArrayList<>();
        for (int text : texts.stream().limit(limit).toList()) {
            Document stored = searcher.storedFields().document(text, Set.of(Fields.KEY, Fields.KIND, Fields.TITLE));
            String title = stored.get(Fields.TITLE);
            suggestions.add(
                    new Suggestion(stored.get(Fields.KEY), stored.get(Fields.KIND), Highlight.of(title, typed.text())));
        }
        return suggestions;
    }

    private void collect(Query tier, int limit, Set<Integer> texts) throws IOException {
        if (texts.size() >= limit) {
            return;
        }
        Query within = new BooleanQuery.Builder()
                .add(new ConstantScoreQuery(tier), Occur.MUST)
                .add(new TermQuery(new Term(Fields.LANGUAGE, typed.language())), Occur.FILTER)
                .add(Fields.inArea(typed.area()), Occur.FILTER)
                .build();
        // Those of surer tiers come again in this one.
        for (ScoreDoc hit : searcher.search(within, limit + texts.size()).scoreDocs) {
            texts.add(hit.doc);
        }
    }
}
