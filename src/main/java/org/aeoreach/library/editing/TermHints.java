package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Rows;

/** Looks where a draft does not keep to the glossary that is published. */
@ApplicationScoped
class TermHints {

    private Bound bound;

    @SuppressWarnings("NullAway.Init")
    TermHints() {}

    @Inject
    TermHints(Bound bound) {
        this.bound = bound;
    }

    @Transactional
    public List<Glossary.Hint> of(DraftView draft) {
        List<String> terms = Rows.list(
                bound.query(
                        "select t.markdown from document d join document_text t on t.document_id = d.id"
                                + " and t.language = 'zh' where d.kind = 'TERM' and not d.archived order by d.sort_key limit 200"),
                row -> row.text(0));
        return Glossary.of(terms).hints(whole(draft.zh()), whole(draft.en()));
    }

    private static String whole(DraftView.Side side) {
        return side.title() + "\n" + side.summary() + "\n" + side.markdown();
    }
}
