package org.aeoreach.enquiry.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.Events;
import org.aeoreach.library.content.DocumentKind;
import org.aeoreach.library.editing.Beginning;
import org.aeoreach.library.editing.DraftView;
import org.aeoreach.library.editing.Drafts;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/** Makes a question of the library of an answer, at most one of an enquiry; the library decides what becomes of it. */
@ApplicationScoped
public class Publications {

    private static final int LONGEST_CODE = 60;
    private static final String OF = PublicationView.SELECT + " and p.enquiry_id = ?1";
    private static final String LINK = "insert into enquiry_publication (id, enquiry_id, message_id, draft_id, code,"
            + " unit_id, org_path, account_id) select ?1, ?2, ?3, d.id, d.code, d.unit_id, d.org_path, d.author_id"
            + " from document_draft d where d.id = ?4 on conflict do nothing";

    @Inject
    private Enquiries enquiries;

    @Inject
    private PublishedAnswers answers;

    @Inject
    private PublicationTexts texts;

    @Inject
    private Drafts drafts;

    @Inject
    private Events events;

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /** What was made of an enquiry's answer. @throws Problem 404 when the viewer does not see the enquiry */
    @Transactional
    public Optional<PublicationView> find(long enquiry) {
        enquiries.get(enquiry);
        String range = viewer.require().orgPath();
        return Rows.one(bound.query(OF, enquiry), row -> PublicationView.of(row, range));
    }

    /** The same. @throws Problem 404 also when there is none */
    @Transactional
    public PublicationView get(long enquiry) {
        return find(enquiry).orElseThrow(Problem::notFound);
    }

    /**
     * Makes a draft of it and, unless it is to wait, sends it to a second person.
     *
     * @throws Problem 404 when the viewer does not see the enquiry; 403 when the answer binds more than his level says;
     *     409 when there is a question of it already or the answer does not stand; 400 at texts that name who asked,
     *     that look as if they named somebody and were not confirmed, or that are not complete
     */
    @Transactional
    public PublicationView publish(long id, NewPublication wanted) {
        EnquiryView enquiry = enquiries.get(id);
        requireNone(id);
        PublishedAnswers.Given given = answers.require(enquiry, wanted.answerId());
        texts.check(id, wanted);
        long number = Rows.one(bound.query("select nextval('enquiry_publication_seq')"), row -> row.id(0))
                .orElseThrow();
        DraftView draft = drafts.begin(new Beginning(code(wanted, number), DocumentKind.QUESTION));
        if (bound.query(LINK, number, id, wanted.answerId(), draft.id()).executeUpdate() == 0) {
            throw exists();
        }
        draft = drafts.save(draft.id(), draft.version(), texts.writing(given, wanted));
        if (!wanted.later()) {
            drafts.submit(draft.id(), draft.version());
        }
        events.note(id, "PUBLICATION", Map.of("draft", draft.id()));
        record(enquiry, draft);
        return get(id);
    }

    private void record(EnquiryView enquiry, DraftView draft) {
        audit.record(
                "publish.draft-question",
                new AuditTrail.Subject("enquiry", enquiry.id(), enquiry.unit().path()),
                Changes.none().with("draft", draft.id()).with("code", draft.code()));
    }

    private void requireNone(long enquiry) {
        find(enquiry).ifPresent(there -> {
            throw exists(there);
        });
    }

    private static Problem exists(PublicationView there) {
        return new Problem(409, "publish.problem.exists", there.code());
    }

    private static Problem exists() {
        return new Problem(409, "publish.problem.meanwhile");
    }

    /** Of the English words, so that it can be read; says nothing of the enquiry. */
    private String code(NewPublication wanted, long number) {
        String words = wanted.said(Language.EN).title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = words.substring(0, Math.min(words.length(), LONGEST_CODE)).replaceAll("^-+|-+$", "");
        String code = cut.isEmpty() ? "question-" + number : "question-" + cut;
        return taken(code) ? code + "-" + number : code;
    }

    /** Whether any document or draft has it, seen by the viewer or not; of two who begin at once the library tells one. */
    private boolean taken(String code) {
        return Rows.one(bound.query("select enquiry_publication_code_taken(?1)", code), row -> row.flag(0))
                .orElseThrow();
    }

    /** Whether the viewer may make one now of what customs said last. */
    @Transactional
    public boolean possible(EnquiryView enquiry) {
        Viewer me = viewer.require();
        return answers.mayWrite(me.role()) && answers.newest(enquiry).isPresent();
    }
}
