package org.aeoreach.library.searching.desk;

import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.searching.steering.Pins;
import org.aeoreach.library.searching.steering.Same;
import org.aeoreach.search.text.Highlight;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A question, what is found for it now, and what would be found with a change.
 *
 * @param chosen documents that would come first
 * @param now null when nothing is asked, or while there is no index
 * @param then null when nothing would change
 * @param joining the form in which words that mean the same are joined
 */
public record PinsView(
        PinsForm form,
        List<String> chosen,
        @Nullable Answer now,
        @Nullable Answer then,
        List<Pins> pins,
        List<Same> same,
        Form joining) {

    private static final int MOST = 5;

    public boolean isFirst(String key) {
        return chosen.contains(key);
    }

    public boolean isFull() {
        return chosen.size() >= MOST;
    }

    /** Address with one more document first. */
    public String with(String key) {
        List<String> more = new ArrayList<>(chosen);
        more.add(key);
        return PinsForm.href(form.q(), more);
    }

    /** Address with this document where relevance puts it. */
    public String without(String key) {
        return PinsForm.href(
                form.q(), chosen.stream().filter(each -> !each.equals(key)).toList());
    }

    /** Address of the question as it is kept. */
    public String kept() {
        return href(form.q());
    }

    public String href(String question) {
        return UriBuilder.fromPath("/desk/library/pins")
                .queryParam("q", "{q}")
                .build(question)
                .toString();
    }

    public String title(Answer.Hit hit) {
        return hit.title().stream().map(Highlight.Part::text).collect(Collectors.joining());
    }

    /** Place now of a document found with the change, 0 when it is not among the first now. */
    public int before(String key) {
        List<Answer.Hit> hits = now == null ? List.of() : now.hits();
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).key().equals(key)) {
                return i + 1;
            }
        }
        return 0;
    }
}
