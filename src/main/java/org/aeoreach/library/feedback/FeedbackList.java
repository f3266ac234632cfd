package org.aeoreach.library.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.web.list.Column;
import org.aeoreach.web.list.EmptyState;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.cell.Cell;
import org.aeoreach.web.list.filter.Filter;

/** What readers said of the documents that the viewer's unit and those below it keep. */
@ApplicationScoped
public class FeedbackList implements Listing {

    private static final String REASON = "coalesce(f.reason, case when f.helpful then 'HELPFUL' else 'OTHER' end)";

    private final ListSpec spec = ListSpec.at("library-feedback", "/desk/library/feedback", "library.feedback.list")
            .from(
                    "document_feedback f join document d on d.id = f.document_id"
                            + " left join document_text z on z.document_id = d.id and z.language = 'zh'"
                            + " left join document_text e on e.document_id = d.id and e.language = 'en'",
                    "f.id")
            .columns(
                    Column.moment("given", "library.field.given", "f.given_at").sortedBy("f.id"),
                    Column.name("document", "library.field.document", "coalesce(z.title, d.code)", "e.title")
                            .lead(),
                    Column.status(
                            "reason", "library.field.said", FeedbackList::tone, "library.feedback.reason.", REASON),
                    Column.text("words", "library.field.words", "f.words"))
            .filters(
                    Filter.yesNo("helpful", "library.field.helpful", "f.helpful"),
                    Filter.choice("why", "library.field.said", Reason.values(), "library.feedback.reason.", "f.reason"),
                    Filter.days("on", "library.field.given", "f.given_at"))
            .order("-given")
            .empty(EmptyState.because("library.feedback.none").whenFiltered("library.feedback.none-filtered"))
            .build();

    @Override
    public ListSpec spec() {
        return spec;
    }

    private static Cell.Tone tone(String reason) {
        return reason.equals("HELPFUL") ? Cell.Tone.GOOD : Cell.Tone.NEUTRAL;
    }
}
