package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aeoreach.enterprise.lookup.FoundElsewhere;

/** Enquiries on the search page of officers. */
@ApplicationScoped
public class EnquiriesFound implements FoundElsewhere {

    @Inject
    private EnquirySearch search;

    @Override
    public String kind() {
        return EnquirySource.KIND;
    }

    @Override
    public String titleKey() {
        return "desk.enquiries.title";
    }

    @Override
    @Transactional
    public List<Line> find(String words, int limit) {
        return search.find(words, limit).stream()
                .map(found ->
                        new Line(found.id(), EnquiryList.PATH + "/" + found.id(), found.subject(), found.number()))
                .toList();
    }

    @Override
    public String list(String words) {
        return EnquiryList.PATH + "?done=true&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
