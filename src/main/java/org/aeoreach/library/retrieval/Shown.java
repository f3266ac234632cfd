package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;

/** Hits as they are shown. */
final class Shown {

    private final Texts texts;
    private final Scoring scoring;
    private final String language;
    private final String question;
    private final Map<String, Passages> byLanguage = new HashMap<>();

    /** @param question as it was meant and as it was typed */
    Shown(IndexSearcher searcher, Scoring scoring, String language, String question) {
        this.texts = new Texts(searcher);
        this.scoring = scoring;
        this.language = language;
        this.question = question;
    }

    Answer.Hit hit(int text, float score) throws IOException {
        Document stored = texts.shown(text, language);
        LibraryText shown = Texts.text(stored);
        Passages passages =
                byLanguage.computeIfAbsent(shown.language(), spoken -> new Passages(scoring.telling(spoken, question)));
        Passages.Picked picked = passages.pick(shown);
        return new Answer.Hit(
                Texts.number(stored, Fields.ID),
                stored.get(Fields.KEY),
                stored.get(Fields.KIND),
                stored.get(Fields.DISTRICT),
                shown.language(),
                passages.mark(shown.title()),
                picked.passage(),
                picked.others(),
                score,
                Retrieval.day(Texts.number(stored, Fields.EFFECTIVE)),
                Retrieval.day(Texts.number(stored, Fields.REPEALED)));
    }
}
