package org.aeoreach.enquiry.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aeoreach.library.editing.DraftView;
import org.aeoreach.library.editing.Provenance;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Shows officers from which enquiry a question came, and lets nothing of who asked become public with it. */
@ApplicationScoped
public class PublishedOrigin implements Provenance {

    private static final String OF = "select e.id, e.number, e.subject from enquiry_publication p"
            + " join enquiry e on e.id = p.enquiry_id join enquiry_work w on w.enquiry_id = e.id"
            + " where p.code = ?1 and p.state <> 'DISCARDED' order by p.id";
    private static final String MADE = "select p.enquiry_id, p.draft_id, enquiry_publication_stands(p.message_id)"
            + " from enquiry_publication p where p.code = ?1 and p.state <> 'DISCARDED'";

    @Inject
    private AskerNames names;

    @Inject
    private Bound bound;

    private record Made(long enquiry, long draft, boolean stands) {}

    @Override
    @Transactional
    public List<Origin> of(String code) {
        return Rows.list(
                bound.query(OF, code),
                row -> new Origin("publish.origin", row.text(1) + " " + row.text(2), "/desk/enquiries/" + row.id(0)));
    }

    /**
     * A question that is to be published first has both languages and an answer that stands; whenever it is changed, it
     * names nobody who asked.
     */
    @Override
    @Transactional
    public void check(DraftView draft) {
        Optional<Made> made =
                Rows.one(bound.query(MADE, draft.code()), row -> new Made(row.id(0), row.id(1), row.flag(2)));
        if (made.isEmpty() || draft.archiving()) {
            return;
        }
        boolean first = made.get().draft() == draft.id();
        if (first && !made.get().stands()) {
            throw new Problem(409, "publish.problem.no-longer");
        }
        List<Problem.FieldError> errors = new ArrayList<>();
        KnownNames known = names.of(made.get().enquiry());
        for (String language : List.of("zh", "en")) {
            DraftView.Side side = draft.side(language);
            if (first && side.empty()) {
                errors.add(new Problem.FieldError(language + "Title", "publish.invalid.title." + language));
            }
            named(known, side.title(), language + "Title", errors);
            named(known, side.summary(), language + "Summary", errors);
            named(known, side.markdown().replaceAll("\\\\(?=\\p{Punct})", ""), language + "Markdown", errors);
        }
        if (!errors.isEmpty()) {
            throw new Problem(400, "web.problem.validation", errors);
        }
    }

    private static void named(KnownNames known, String text, String field, List<Problem.FieldError> errors) {
        List<String> left = known.left(text);
        if (!left.isEmpty()) {
            errors.add(new Problem.FieldError(
                    field, "publish.invalid.names", left.stream().collect(Collectors.joining(" · "))));
        }
    }
}
