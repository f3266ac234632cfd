package org.aeoreach.library.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aeoreach.library.content.ContentDocument;
import org.aeoreach.library.content.ContentFault;
import org.aeoreach.library.content.ContentFaults;
import org.aeoreach.library.content.Relation;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** What has to be right before a draft goes to a second person: the rules that files of documents follow, too. */
@ApplicationScoped
class DraftChecks {
    private static final String TOP = "0000.";
    private static final Set<Relation> OF_THE_TOP = Set.of(Relation.AMENDS, Relation.REPEALS);

    private Bound bound;
    private Issuers issuers;
    private Messages messages;

    @SuppressWarnings("NullAway.Init")
    DraftChecks() {}

    @Inject
    DraftChecks(Bound bound, Issuers issuers, Messages messages) {
        this.bound = bound;
        this.issuers = issuers;
        this.messages = messages;
    }

    /** @throws Problem 400 with everything that is wrong, at its fields; in a transaction */
    void check(DraftView draft) {
        List<Problem.FieldError> errors = new ArrayList<>();
        if (draft.languages().isEmpty()) {
            errors.add(new Problem.FieldError("zhTitle", "library.invalid.no-language"));
        }
        for (String language : published(draft.code())) {
            if (draft.side(language).empty()) {
                errors.add(new Problem.FieldError(language + "Title", "library.invalid.language-stays"));
            }
        }
        for (String language : draft.languages()) {
            check(draft.side(language), language, errors);
        }
        if (draft.languages().size() == 2
                && !draft.zh().text("zh").anchors().equals(draft.en().text("en").anchors())) {
            errors.add(new Problem.FieldError("enMarkdown", "library.invalid.anchors"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(400, "web.problem.validation", errors);
        }
    }

    /** @throws Problem 400 at the field that names what does not exist */
    void checkNames(DraftView draft, Writing writing) {
        String code = draft.code();
        if (!ContentDocument.STEPS.containsAll(writing.journey())) {
            throw Problem.invalid("journey", "library.invalid.choice");
        }
        if (!missing("library_topic", writing.topics()).isEmpty()) {
            throw Problem.invalid("topics", "library.invalid.choice");
        }
        checkIssuer(draft, writing.issuer());
        for (Relation relation : Relation.values()) {
            List<String> targets = writing.linked(relation);
            List<String> missing = missing("document", targets);
            if (!targets.isEmpty()
                    && OF_THE_TOP.contains(relation)
                    && !draft.orgPath().equals(TOP)) {
                throw invalid(relation.field(), "library.invalid.relation-of-the-top", relation.field());
            }
            if (targets.contains(code)) {
                throw invalid(relation.field(), "content.fault.link-to-itself", relation.field());
            }
            if (!missing.isEmpty()) {
                throw invalid(relation.field(), "content.fault.no-document", missing.get(0));
            }
        }
    }

    private void checkIssuer(DraftView draft, @Nullable String issuer) {
        boolean known = issuers.of(draft, RequestContext.current().language()).stream()
                .anyMatch(each -> each.value().equals(issuer));
        if (issuer != null && !issuer.isEmpty() && !known) {
            throw Problem.invalid("issuer", "library.invalid.choice");
        }
    }

    /** Languages in which it is read now: one that is emptied would stay as it is. */
    private List<String> published(String code) {
        return Rows.list(
                bound.query(
                        "select t.language from document_text t join document d on d.id = t.document_id"
                                + " where d.code = ? order by t.language desc",
                        code),
                row -> row.text(0));
    }

    private static Problem invalid(String field, String key, String argument) {
        return new Problem(400, "web.problem.validation", List.of(new Problem.FieldError(field, key, argument)));
    }

    private List<String> missing(String table, List<String> codes) {
        return Rows.list(
                bound.query(
                        "select l from unnest(string_to_array(?, ',')) l where not exists (select from " + table
                                + " d where d.code = l)",
                        String.join(",", codes)),
                row -> row.text(0));
    }

    private void check(DraftView.Side side, String language, List<Problem.FieldError> errors) {
        if (side.title().isEmpty()) {
            errors.add(new Problem.FieldError(language + "Title", "library.invalid.no-title"));
        }
        if (side.markdown().isBlank()) {
            errors.add(new Problem.FieldError(language + "Markdown", "library.invalid.no-text"));
            return;
        }
        ContentFaults.of(side.markdown()).stream()
                .findFirst()
                .ifPresent(fault -> errors.add(new Problem.FieldError(
                        language + "Markdown", "library.invalid.line", Integer.toString(fault.line()), words(fault))));
        missing("document", ContentFaults.linked(side.markdown())).stream()
                .findFirst()
                .ifPresent(code ->
                        errors.add(new Problem.FieldError(language + "Markdown", "content.fault.no-document", code)));
    }

    private String words(ContentFault fault) {
        Language language = RequestContext.current().language();
        return messages.text(language, fault.key(), fault.arguments().toArray());
    }
}
