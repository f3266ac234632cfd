package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.search.IndexState;
import org.aeoreach.search.Searches;

/**
 * Tells readers why they see less than there is: this node has no index of a kind just now, and how far it has come in
 * making one; or more matches than a list takes.
 */
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

    /** That a list holds only so many of what matches, in the reader's language. */
    String cut(int most) {
        return messages.text(RequestContext.current().language(), "lookup.cut", most);
    }

    private String words(IndexState state) {
        Language language = RequestContext.current().language();
        return state.total() == 0
                ? messages.text(language, "lookup.beginnings")
                : messages.text(language, "lookup.making", state.done(), state.total());
    }
}
