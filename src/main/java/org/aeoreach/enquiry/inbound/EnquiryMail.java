package org.aeoreach.enquiry.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.enquiry.AskerMail;
import org.aeoreach.mail.inbound.InboundMail;
import org.aeoreach.mail.inbound.InboundMailHandler;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Rows;

/** Decides whether a mail asks something new or belongs to an enquiry. */
@ApplicationScoped
class EnquiryMail implements InboundMailHandler {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(20\\d\\d-\\d{7})(?!\\d)");

    @Inject
    private Bound bound;

    @Inject
    private MailedQuestion questions;

    @Inject
    private MailedReply replies;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Taken take(InboundMail mail) {
        MailedEnquiry known = known(mail).orElse(null);
        if (known != null && !known.closed()) {
            replies.add(mail, known);
            return new Taken(AskerMail.thread(known.id()), true);
        }
        return new Taken(AskerMail.thread(questions.take(mail, known)), false);
    }

    private Duration reopened() {
        return Duration.ofDays(configuration.number("aeo.enquiry.reopen.days", 30));
    }

    /** By the secret it carries; by a number, which everybody may guess, only from the address of the asker. */
    private Optional<MailedEnquiry> known(InboundMail mail) {
        Matcher number = NUMBER.matcher(mail.subject());
        boolean ours = mail.thread() != null && mail.thread().matches(AskerMail.THREAD + "\\d{1,18}");
        Long id =
                ours ? Long.valueOf(Objects.requireNonNull(mail.thread()).substring(AskerMail.THREAD.length())) : null;
        if (id == null && (mail.doubtful() || !number.find())) {
            return Optional.empty();
        }
        return Rows.one(
                bound.query(
                        "select id, unit_id, org_path, closed, asker"
                                + " from enquiry_of_mail(cast(?1 as bigint), cast(?2 as text), ?3, ?4)",
                        id,
                        id == null ? number.group(1) : null,
                        mail.sender().address().text(),
                        clock.instant().minus(reopened()).atOffset(ZoneOffset.UTC)),
                MailedEnquiry::of);
    }
}
