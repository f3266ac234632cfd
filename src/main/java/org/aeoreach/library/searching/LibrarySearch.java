package org.aeoreach.library.searching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.retrieval.Question;
import org.aeoreach.library.retrieval.Retrieval;
import org.aeoreach.library.retrieval.Steering;
import org.aeoreach.library.retrieval.Suggestion;
import org.aeoreach.library.retrieval.Typed;
import org.aeoreach.library.retrieval.Why;
import org.aeoreach.library.searching.steering.Steerings;
import org.aeoreach.platform.Language;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.search.IndexState;
import org.aeoreach.search.Searches;
import org.jspecify.annotations.Nullable;

/** Asks this node's index of the library. */
@ApplicationScoped
public class LibrarySearch {

    @Inject
    private Searches searches;

    @Inject
    private LibrarySource source;

    @Inject
    private Steerings steerings;

    @Inject
    private CurrentViewer viewer;

    private volatile @Nullable Steered steered;

    /** The retrieval as editors steer it. */
    private record Steered(Steering by, Retrieval retrieval) {}

    /** In the area of the question, else in that of the reader; empty while this node has no index, which is being made then. */
    public Optional<Answer> answer(Question question) {
        Question asked = question.area().isEmpty() ? question.in(area()) : question;
        Retrieval retrieval = now();
        return searches.ask(LibrarySource.KIND, index -> retrieval.answer(index, asked));
    }

    /** The same as if editors had decided this. */
    public Optional<Answer> answer(Question question, Steering steering) {
        Question asked = question.in(area());
        Retrieval retrieval = source.retrieval().steered(steering);
        return searches.ask(LibrarySource.KIND, index -> retrieval.answer(index, asked));
    }

    /** Why documents stand where they do for a question. */
    public Optional<List<Why>> why(Question question, List<String> keys) {
        Question asked = question.in(area());
        Retrieval retrieval = now();
        return searches.ask(LibrarySource.KIND, index -> retrieval.why(index, asked, keys));
    }

    /** What districts write is for their own area: for units there and above, as in the lists of documents. */
    private String area() {
        return viewer.get().map(Viewer::orgPath).orElse("");
    }

    private Retrieval now() {
        Steering now = steerings.now();
        Steered last = steered;
        if (last == null || last.by() != now) {
            last = new Steered(now, source.retrieval().steered(now));
            steered = last;
        }
        return last.retrieval();
    }

    /** Titles for what has been typed so far; empty while this node has no index. */
    public Optional<List<Suggestion>> suggest(String typed, Language language, int limit) {
        Typed asked = new Typed(typed, language.code(), area());
        return searches.ask(LibrarySource.KIND, index -> source.retrieval().suggest(index, asked, limit));
    }

    /** How the index stands on this node. */
    public IndexState state() {
        return searches.state(LibrarySource.KIND);
    }
}
