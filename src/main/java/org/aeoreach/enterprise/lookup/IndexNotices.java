package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.search.IndexState;
import org.aeoreach.search.Searches;

/** Tells readers that this node has no index of a kind just now, and how far it has come in making one. */
@ApplicationScoped
class IndexNotices {

    @Inject
    private Searches searches;

    @Inject
    private Messages messages;

    /** In the reader's language; empty when all is found. */
    String of(String... kinds) {
        for (String kind : kinds) {
            IndexState state = searches.state(kind);
            if (!state.ready()) {
                return words(state);
            }
        }
        return "";
    }

    private String words(IndexState state) {
        Language language = RequestContext.current().language();
        return state.total() == 0
                ? messages.text(language, "lookup.beginnings")
                : messages.text(language, "lookup.making", state.done(), state.total());
    }
}
