package org.aeoreach.enquiry.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.MessageView;
import org.aeoreach.enquiry.Thread;
import org.aeoreach.enquiry.answer.Citation;
import org.aeoreach.library.content.Audience;
import org.aeoreach.library.content.Certainty;
import org.aeoreach.library.editing.Writing;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** The words of a publication: what is offered, what is checked, and how the library gets them. */
@ApplicationScoped
class PublicationTexts {

    private static final int MOST_NAMED = 5;

    @Inject
    private AskerNames names;

    @Inject
    private Thread thread;

    @Inject
    private Messages messages;

    @Inject
    private Bound bound;

    /** Question and answer in the asker's language, without what is known of him. */
    @Transactional
    public NewPublication.Said offered(EnquiryView enquiry, MessageView answer) {
        KnownNames known = names.of(enquiry.id());
        Map<Known.Kind, String> instead = names.instead(enquiry.language());
        String question = thread.of(enquiry.id()).stream()
                .filter(message -> message.kind() == MessageKind.QUESTION)
                .map(MessageView::body)
                .findFirst()
                .orElse("");
        return new NewPublication.Said(
                known.without(enquiry.subject(), instead),
                known.without(question, instead),
                known.without(answer.body(), instead));
    }

    /** @throws Problem 400 at every field that is not right */
    @Transactional
    public void check(long enquiry, NewPublication wanted) {
        List<Problem.FieldError> errors = new ArrayList<>();
        for (Language language : Language.values()) {
            complete(language, wanted, errors);
        }
        KnownNames known = names.of(enquiry);
        List<String> texts = wanted.texts().toList();
        for (int i = 0; i < texts.size(); i++) {
            List<String> left = known.left(Objects.requireNonNull(texts.get(i)));
            if (!left.isEmpty()) {
                errors.add(error(NewPublication.TEXTS.get(i), "publish.invalid.names", left));
            }
        }
        List<String> unconfirmed = Telltales.in(wanted.texts()).stream()
                .filter(each -> !wanted.allowed().contains(each))
                .toList();
        if (!unconfirmed.isEmpty()) {
            errors.add(error("confirmed", "publish.invalid.confirm", unconfirmed));
        }
        if (topics(wanted.questionTopic()).isEmpty()) {
            errors.add(new Problem.FieldError("questionTopic", "library.invalid.choice"));
        }
        if (!errors.isEmpty()) {
            throw new Problem(400, "web.problem.validation", errors);
        }
    }

    private static Problem.FieldError error(String field, String key, List<String> found) {
        return new Problem.FieldError(
                field, key, found.stream().limit(MOST_NAMED).collect(Collectors.joining(" · ")));
    }

    private static void complete(Language language, NewPublication wanted, List<Problem.FieldError> errors) {
        NewPublication.Said said = wanted.said(language);
        if (wanted.later()
                && (said.empty()
                        ? !wanted.said(language.other()).empty()
                        : !said.title().isEmpty())) {
            return;
        }
        String code = language.code();
        if (said.title().isEmpty()) {
            errors.add(new Problem.FieldError(code + "Title", "publish.invalid.title." + code));
        }
        if (said.answer().isEmpty()) {
            errors.add(new Problem.FieldError(code + "Answer", "publish.invalid.answer." + code));
        }
        if (said.question().isEmpty()
                && !wanted.said(language.other()).question().isEmpty()) {
            errors.add(new Problem.FieldError(code + "Question", "publish.invalid.question"));
        }
    }

    private List<Long> topics(String code) {
        return Rows.list(bound.query("select 1 from library_topic where code = ?1", code), row -> row.id(0));
    }

    /** As the library's editors write it. */
    Writing writing(PublishedAnswers.Given given, NewPublication wanted) {
        NewPublication.Said zh = wanted.said(Language.ZH);
        NewPublication.Said en = wanted.said(Language.EN);
        String basis = given.zh().stream().map(Citation::code).distinct().collect(Collectors.joining("\n"));
        String label = "enquiry.authority." + given.authority();
        String source = messages.text(Language.ZH, label) + " / " + messages.text(Language.EN, label);
        Audience audience = Objects.requireNonNull(wanted.questionAudience());
        return new Writing(
                zh.title(),
                en.title(),
                QuestionMarkdown.summary(zh.answer()),
                QuestionMarkdown.summary(en.answer()),
                body(Language.ZH, zh, given),
                body(Language.EN, en, given),
                issuer(),
                null,
                null,
                null,
                null,
                Certainty.CONFIRMED,
                List.of(audience),
                List.of(),
                List.of(wanted.questionTopic()),
                List.of(),
                null,
                null,
                null,
                basis,
                null,
                source,
                null,
                false,
                "");
    }

    /** The unit that keeps it says it: the label says with whose authority. */
    private String issuer() {
        return Rows.one(
                        bound.query("select u.code from unit u where u.org_path = current_setting('app.lo')"),
                        row -> row.text(0))
                .orElse("");
    }

    private String body(Language language, NewPublication.Said said, PublishedAnswers.Given given) {
        return said.empty()
                ? ""
                : QuestionMarkdown.of(
                        said,
                        messages.text(language, "enquiry.authority." + given.authority()),
                        given.sources(language),
                        word -> messages.text(language, "publish.heading." + word));
    }
}
