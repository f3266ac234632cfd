package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.ask.TopicSuggestions;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** The topics an enquiry may be sorted under. */
@ApplicationScoped
class TopicChoices {

    private static final String ALL = "select code, zh, en from library_topic order by position";
    private static final String ONE = "select zh, en from library_topic where code = ?1";

    @Inject
    private TopicSuggestions suggestions;

    @Inject
    private Bound bound;

    /** What a topic is called; null for none. */
    @Transactional
    public @Nullable String name(Page page, @Nullable String code) {
        return code == null
                ? null
                : Rows.one(bound.query(ONE, code), row -> page.pick(row.text(0), row.textOrNull(1)))
                        .orElse(code);
    }

    /** All of them, those the question speaks of first while it waits for an officer to choose one. */
    @Transactional
    public List<Option> of(Page page, EnquiryView enquiry, List<MessageView> thread) {
        EnquiryView.Work work = enquiry.work();
        boolean undecided = work.topic() == null || work.topicSuggested();
        List<String> likely = undecided && work.status().running() ? likely(enquiry, thread) : List.of();
        List<Option> all =
                Rows.list(bound.query(ALL), row -> new Option(row.text(0), page.pick(row.text(1), row.textOrNull(2))));
        return likely.isEmpty() ? all : TopicSuggestions.first(page, likely, all);
    }

    private List<String> likely(EnquiryView enquiry, List<MessageView> thread) {
        String asked = thread.stream()
                .filter(message -> message.kind() == MessageKind.QUESTION)
                .map(MessageView::body)
                .findFirst()
                .orElse("");
        return suggestions.of(
                enquiry.subject(), asked, enquiry.language(), enquiry.unit().id());
    }
}
