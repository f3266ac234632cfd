package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.enquiry.EnquiryStatus;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.search.Found;
import org.aeoreach.search.Search;
import org.aeoreach.search.Searches;
import org.aeoreach.web.list.filter.Filter;
import org.aeoreach.web.list.filter.Fragment;

/** Finds enquiries of the viewer's range through this node's index. */
@ApplicationScoped
public class EnquirySearch {

    private static final int MOST = 500;
    private static final int SIMILAR = 8;

    private static final String SHOWN = "select e.id, e.number, e.subject, w.status from enquiry e"
            + " join enquiry_work w on w.enquiry_id = e.id where e.id = any (cast(string_to_array(?1, ',') as bigint[]))"
            + " order by array_position(cast(string_to_array(?1, ',') as bigint[]), e.id)";

    @Inject
    private Searches searches;

    @Inject
    private Bound bound;

    @Inject
    private CurrentViewer viewer;

    /**
     * What a list is narrowed to by these words: the newest of all and the newest open ones, that those do not lie behind
     * hundreds of closed ones; while there is no index, by parts of number, subject and asker.
     */
    Fragment condition(String words) {
        Search search = new Search(EnquirySource.KIND, words, viewer.require().orgPath(), MOST);
        return searches.find(search)
                .map(found -> ids(found, search))
                .orElseGet(() -> Filter.anywhere(words, "e.number", "e.subject", "e.asker_name"));
    }

    private Fragment ids(Found found, Search search) {
        Stream<Long> open = found.more()
                ? searches.find(search.marked(EnquirySource.OPEN)).stream().flatMap(others -> others.ids().stream())
                : Stream.of();
        String ids = Stream.concat(found.ids().stream(), open)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return Fragment.of("w.enquiry_id = any (cast(string_to_array(?, ',') as bigint[]))", ids);
    }

    /** Those found by words, the best first; by its number also one that came a moment ago. */
    @Transactional
    public List<Together.Other> find(String words, int limit) {
        List<Together.Other> found =
                searches
                        .find(new Search(
                                EnquirySource.KIND, words, viewer.require().orgPath(), limit))
                        .stream()
                        .flatMap(hits -> shown(hits.ids()).stream())
                        .toList();
        return found.isEmpty()
                ? shown(Rows.list(
                        bound.query("select e.id from enquiry e where e.number = ?1", words.strip()), row -> row.id(0)))
                : found;
    }

    /** Those whose words share much with the subject of one, itself left out. */
    @Transactional
    public List<Together.Other> similar(EnquiryView enquiry) {
        return searches
                .similar(new Search(
                        EnquirySource.KIND, enquiry.subject(), viewer.require().orgPath(), SIMILAR + 1))
                .stream()
                .flatMap(found -> shown(found.ids()).stream())
                .filter(other -> other.id() != enquiry.id())
                .limit(SIMILAR)
                .toList();
    }

    private List<Together.Other> shown(List<Long> ids) {
        return Rows.list(
                bound.query(SHOWN, ids),
                row -> new Together.Other(
                        row.id(0), row.text(1), row.text(2), EnquiryStatus.valueOf(row.text(3)), "RELATED"));
    }
}
