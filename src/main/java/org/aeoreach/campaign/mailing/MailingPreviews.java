package org.aeoreach.campaign.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.campaign.Audience;
import org.aeoreach.mail.LetterText;
import org.aeoreach.mail.Outbox;
import org.aeoreach.mail.SecretLinks;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/** How the letters of a mailing read, for those who judge it. */
@ApplicationScoped
public class MailingPreviews {

    @Inject
    private Bound bound;

    @Inject
    private Mailings mailings;

    @Inject
    private MailingTargets targets;

    @Inject
    private Outbox outbox;

    @Inject
    private Messages messages;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentViewer viewer;

    /**
     * How a letter reads.
     *
     * @param recipient to whom, or null when nobody in that language gets it at present
     * @param written whether it stands in the outbox or has left, so that nothing changes it any more
     */
    public record Preview(
            Audience audience,
            Language language,
            @Nullable String recipient,
            String subject,
            String text,
            boolean written) {}

    /** Which letter to send to oneself. */
    public record Trial(@NotNull Audience audience, @NotNull Language language) {}

    /** Each text in each language it is written in, to somebody who gets it. */
    @Transactional
    public List<Preview> of(MailingView mailing) {
        List<Preview> all = new ArrayList<>();
        for (MailingText text : mailing.texts()) {
            for (Language language : Language.values()) {
                if (text.language(language) == language) {
                    all.add(sample(mailing, text, language));
                }
            }
        }
        return all;
    }

    private Preview sample(MailingView mailing, MailingText text, Language language) {
        Optional<Addressee> found = somebody(mailing, text, language);
        Addressee sample = found.orElseGet(() -> Addressee.nobody(text.audience(), language));
        return read(mailing, text, sample, language, found.isPresent());
    }

    private Preview read(MailingView mailing, MailingText text, Addressee to, Language language, boolean real) {
        LetterText letter = outbox.read(to.letter(mailing, text));
        return new Preview(
                text.audience(),
                language,
                real ? language.pick(to.ofZh(), to.ofEn()) + " · " + language.pick(to.nameZh(), to.nameEn()) : null,
                letter.subject(),
                letter.plain(),
                false);
    }

    private Optional<Addressee> somebody(MailingView mailing, MailingText text, Language language) {
        boolean both = language == Language.ZH && text.language(Language.EN) == Language.ZH;
        return targets.somebody(mailing, text.audience(), language, both);
    }

    /**
     * The letter to one person: the one in the outbox, or as it would be written now.
     *
     * @throws Problem 404 for somebody it is not for
     */
    @Transactional
    public Preview to(MailingView mailing, long person) {
        return written(mailing, person).or(() -> unwritten(mailing, person)).orElseThrow(Problem::notFound);
    }

    private Optional<Preview> written(MailingView mailing, long person) {
        return Rows.one(
                bound.query(
                        "select l.audience, m.language, e.name_zh, e.name_en, m.recipient_name, m.subject, m.body_text"
                                + " from campaign_mailing_letter l join mail m on m.id = l.mail_id"
                                + " join enterprise e on e.id = l.enterprise_id where l.mailing_id = ? and l.person_id = ?",
                        mailing.id(),
                        person),
                row -> {
                    Language language = Language.of(row.text(1)) == Language.EN ? Language.EN : Language.ZH;
                    String recipient = language.pick(row.text(2), row.textOrNull(3)) + " · " + row.text(4);
                    String text = SecretLinks.takenOut(row.text(6), messages.text(language, "mail.secret-link"));
                    return new Preview(Audience.valueOf(row.text(0)), language, recipient, row.text(5), text, true);
                });
    }

    private Optional<Preview> unwritten(MailingView mailing, long person) {
        return targets.person(mailing, person).flatMap(to -> mailing.text(to.audience())
                .map(text -> read(mailing, text, to, text.language(to.language()), true)));
    }

    /**
     * Sends the letter of an audience and language to whoever asks for it, marked as a trial; nobody else gets it, and it
     * counts nowhere.
     *
     * @throws Problem 404 when the mailing says nothing to that audience in that language, 403 when it is of another unit
     */
    @Transactional
    public void trial(long campaign, long id, Trial wanted) {
        MailingView mailing = mailings.own(campaign, id);
        MailingText text = mailing.text(wanted.audience())
                .filter(found -> found.language(wanted.language()) == wanted.language())
                .orElseThrow(Problem::notFound);
        String mine = Rows.one(
                        bound.query(
                                "select mail from account where id = ?",
                                viewer.require().accountId()),
                        row -> row.text(0))
                .orElseThrow(Problem::notFound);
        Addressee sample = somebody(mailing, text, wanted.language())
                .orElseGet(() -> Addressee.nobody(wanted.audience(), wanted.language()))
                .at(mine, wanted.language());
        outbox.send(sample.trial(mailing, text, messages.text(wanted.language(), "mailing.trial-mark")));
        audit.record(
                "mailing.trial",
                new AuditTrail.Subject("mailing", id, mailing.orgPath()),
                Changes.none().with("audience", wanted.audience()).with("language", wanted.language()));
    }
}
