package org.aeoreach.enquiry.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.aeoreach.enquiry.CameByMail;
import org.aeoreach.enquiry.Events;
import org.aeoreach.enquiry.MessageKind;
import org.aeoreach.enquiry.NewMessage;
import org.aeoreach.enquiry.Supplements;
import org.aeoreach.mail.inbound.InboundMail;
import org.aeoreach.scope.UnitScope;

/** Adds a reply to the enquiry it belongs to. */
@ApplicationScoped
class MailedReply {

    @Inject
    private UnitScope scope;

    @Inject
    private Supplements supplements;

    @Inject
    private Events events;

    @Inject
    private MailedFiles files;

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(InboundMail mail, MailedEnquiry enquiry) {
        MailedFiles.Kept kept = files.keep(mail, enquiry.unitId(), enquiry.orgPath());
        supplements.add(
                new Supplements.Known(enquiry.id(), enquiry.orgPath()),
                new NewMessage(
                        MessageKind.SUPPLEMENT,
                        mail.language(),
                        files.body(mail, kept, mail.language()),
                        null,
                        null,
                        new CameByMail(
                                mail.id(),
                                mail.html(),
                                mail.whole(),
                                enquiry.asker() ? null : mail.sender().address().text()),
                        List.copyOf(kept.files())));
        if (!enquiry.asker() || mail.doubtful()) {
            scope.run(enquiry.orgPath(), () -> {
                String kind = enquiry.asker() ? "DOUBTFUL_SENDER" : "OTHER_ADDRESS";
                events.note(enquiry.id(), kind, Map.of("mail", mail.id()));
                return enquiry;
            });
        }
    }
}
