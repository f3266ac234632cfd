package org.aeoreach.enquiry.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.enquiry.ask.Attachments;
import org.aeoreach.mail.inbound.InboundMail;
import org.aeoreach.mail.inbound.InboundMail.Refused;
import org.aeoreach.mail.inbound.InboundMail.Why;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.RefusedFile;
import org.aeoreach.web.upload.Uploads;

/** Files that came by mail, within the limits of the portal; those refused are named under the text. */
@ApplicationScoped
class MailedFiles {

    @Inject
    private Uploads uploads;

    @Inject
    private Attachments attachments;

    @Inject
    private Messages messages;

    /** What came of the files of a mail. @param files numbers of those that were kept */
    record Kept(List<Long> files, List<Refused> refused) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public Kept keep(InboundMail mail, long unitId, String orgPath) {
        List<Received> received = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (InboundMail.Attachment file : mail.attachments()) {
            receive(file, received, refused);
        }
        refused.addAll(mail.refused());
        try (Attachments.Batch batch = new Attachments.Batch(received)) {
            return new Kept(attachments.keep(batch, unitId, orgPath), refused);
        }
    }

    private void receive(InboundMail.Attachment file, List<Received> received, List<Refused> refused) {
        if (received.size() >= Attachments.MOST) {
            refused.add(new Refused(file.name(), Why.TOO_MANY));
            return;
        }
        if (refused.stream().anyMatch(each -> each.why() == Why.UNCHECKED)) {
            // One that hangs is waited for once in a mail.
            refused.add(new Refused(file.name(), Why.UNCHECKED));
            return;
        }
        try {
            received.add(uploads.content(file.content(), file.name(), Attachments.USE));
        } catch (RefusedFile notClean) {
            refused.add(new Refused(file.name(), notClean.infected() ? Why.MALWARE : Why.UNCHECKED));
        } catch (Problem notTaken) {
            refused.add(new Refused(file.name(), Why.KIND));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of a mail cannot be kept", e);
        }
    }

    /** The text of the message, never empty. @param language of what is said of its files */
    String body(InboundMail mail, Kept kept, Language language) {
        String text = mail.text().isBlank() ? messages.text(language, "enquirymail.no-text") : mail.text();
        if (kept.refused().isEmpty()) {
            return text;
        }
        String names = kept.refused().stream()
                .map(each -> "- " + each.name() + messages.text(language, "enquirymail.refused." + each.why()))
                .collect(Collectors.joining("\n"));
        return text + "\n\n" + messages.text(language, "enquirymail.refused") + "\n" + names;
    }
}
