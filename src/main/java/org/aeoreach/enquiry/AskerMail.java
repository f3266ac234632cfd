package org.aeoreach.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.inbound.Threading;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Letters to askers, in the language of each, with the link under which the asker reads his thread. */
@ApplicationScoped
public class AskerMail {

    private static final String TO = "select number, subject, asker_name, asker_mail, language, account_id, org_path,"
            + " enterprise_id from enquiry where id = ?1";

    /** What the names of conversations about enquiries begin with. */
    public static final String THREAD = "enquiry/";

    @Inject
    private AskerLinks links;

    @Inject
    private Threading threading;

    @Inject
    private Bound bound;

    /** Name of the conversation about an enquiry, see {@link Threading}. */
    public static String thread(long enquiryId) {
        return THREAD + enquiryId;
    }

    /** Page of officers on which it is seen what became of letters about an enquiry. */
    public static String page(long enquiryId) {
        return "/desk/enquiries/" + enquiryId;
    }

    private record To(
            String number,
            String subject,
            String name,
            @Nullable String mail,
            Language language,
            @Nullable Long account,
            String orgPath,
            @Nullable Long enterprise) {}

    /**
     * A letter to the asker of an enquiry the viewer's unit answers, to be sent by {@link org.aeoreach.mail.Outbox}; nothing when he left
     * no address. The template may use the parameters given and {@code number} and {@code subject}, and the link {@code
     * status}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Letter> letter(long enquiryId, String template, Map<String, String> words) {
        return Rows.one(bound.query(TO, enquiryId), AskerMail::to)
                .filter(to -> to.mail() != null && MailAddress.isWellFormed(to.mail()))
                .map(to -> {
                    Map<String, String> all = new HashMap<>(words);
                    all.put("number", to.number());
                    all.put("subject", to.subject());
                    all.put("status", status(enquiryId, to));
                    return new Letter(
                                    template,
                                    to.language(),
                                    new MailAddress(Objects.requireNonNull(to.mail())),
                                    new HeaderText(to.name()),
                                    all,
                                    to.orgPath(),
                                    to.enterprise())
                            .about(page(enquiryId));
                });
    }

    /** The same, sent at once in the conversation of the enquiry. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(long enquiryId, String template, Map<String, String> words) {
        letter(enquiryId, template, words).ifPresent(letter -> threading.send(thread(enquiryId), letter));
    }

    private String status(long enquiryId, To to) {
        return to.account() != null
                ? "/portal/my/enquiries/" + enquiryId
                : "/portal/ask/status/"
                        + links.fresh(enquiryId, AskerLinks.Purpose.STATUS).text();
    }

    private static To to(Rows.Row row) {
        return new To(
                row.text(0),
                row.text(1),
                row.text(2),
                row.textOrNull(3),
                row.text(4).equals("en") ? Language.EN : Language.ZH,
                row.idOrNull(5),
                row.text(6),
                row.idOrNull(7));
    }
}
