package org.aeoreach.enquiry.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.aeoreach.enquiry.Arrival;
import org.aeoreach.enquiry.Arrived;
import org.aeoreach.enquiry.AskerMail;
import org.aeoreach.enquiry.CameByMail;
import org.aeoreach.enquiry.EnquiryChannel;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.NewEnquiry;
import org.aeoreach.mail.inbound.InboundMail;
import org.aeoreach.mail.inbound.Threading;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.scope.UnitScope;
import org.jspecify.annotations.Nullable;

/** Takes a mail in as a new enquiry and has its sender told the number. */
@ApplicationScoped
class MailedQuestion {

    private static final String LINK =
            "insert into enquiry_link (enquiry_id, other_id, relation) values (?1, ?2, 'RELATED') on conflict do nothing";

    @Inject
    private Arrival arrival;

    @Inject
    private AskerMail letters;

    @Inject
    private Threading threading;

    @Inject
    private UnitScope scope;

    @Inject
    private MailedFiles files;

    @Inject
    private Messages messages;

    @Inject
    private Bound bound;

    /** Somebody known here by the address. */
    private record Known(
            long enterpriseId,
            @Nullable Long personId,
            @Nullable Long accountId,
            String name,
            Language language) {}

    /** Returns the number of the enquiry. @param closed the one it goes on from, closed for long; null: none */
    @Transactional(Transactional.TxType.MANDATORY)
    public long take(InboundMail mail, @Nullable MailedEnquiry closed) {
        MailedFiles.Kept kept = files.keep(mail, mail.unitId(), mail.orgPath());
        Arrived arrived = arrival.take(question(mail, kept, closed));
        threading.begin(AskerMail.thread(arrived.id()), mail);
        scope.run(arrived.orgPath(), () -> {
            if (closed != null) {
                bound.query(LINK, arrived.id(), closed.id()).executeUpdate();
            }
            return mail.receipt() ? receipt(arrived.id()) : 0L;
        });
        return arrived.id();
    }

    private NewEnquiry question(InboundMail mail, MailedFiles.Kept kept, @Nullable MailedEnquiry closed) {
        Known known = mail.doubtful() ? null : known(mail);
        EnquiryView.Asker asker = new EnquiryView.Asker(
                name(mail, known),
                mail.sender().address().text(),
                null,
                known == null ? null : known.personId(),
                known == null ? null : known.accountId());
        Language language = known != null && mail.mixed() ? known.language() : mail.language();
        return NewEnquiry.of(
                        EnquiryChannel.MAIL, language, subject(mail, language), files.body(mail, kept, language), asker)
                .withUnit(mail.unitId(), null)
                .withEnterprise(known == null ? null : known.enterpriseId(), false)
                .withFiles(kept.files())
                .withMail(new CameByMail(mail.id(), mail.html(), mail.whole(), null))
                .following(closed == null ? null : closed.id());
    }

    private @Nullable Known known(InboundMail mail) {
        return Rows.one(
                        bound.query(
                                "select enterprise_id, person_id, account_id, name, language"
                                        + " from enquiry_mail_sender(?1, ?2)",
                                mail.sender().address().text(),
                                mail.orgPath()),
                        row -> new Known(
                                row.id(0),
                                row.idOrNull(1),
                                row.idOrNull(2),
                                row.text(3),
                                row.text(4).equals("en") ? Language.EN : Language.ZH))
                .orElse(null);
    }

    private static String name(InboundMail mail, @Nullable Known known) {
        String said = mail.sender().name();
        return !said.isBlank()
                ? said
                : known != null ? known.name() : mail.sender().address().text();
    }

    private String subject(InboundMail mail, Language language) {
        return mail.subject().isBlank() ? messages.text(language, "enquirymail.no-subject") : mail.subject();
    }

    private long receipt(long id) {
        return letters.letter(id, "enquiry-mail-received", Map.of())
                .map(letter -> threading.send(AskerMail.thread(id), letter))
                .orElse(0L);
    }
}
