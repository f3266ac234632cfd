package org.aeoreach.organization.substitution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Objects;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Tells the substitute by mail, in the transaction of the arrangement or of its end. */
@ApplicationScoped
class SubstitutionNotice {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Outbox outbox;

    @Inject
    private Messages messages;

    private record Addressee(MailAddress address, HeaderText name, Language language) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void tell(SubstitutionView substitution, String orgPath) {
        send("organization-substitution", substitution, orgPath);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void tellRevoked(SubstitutionView substitution, String orgPath) {
        send("organization-substitution-revoked", substitution, orgPath);
    }

    private void send(String template, SubstitutionView substitution, String orgPath) {
        Addressee to = addressee(substitution.substituteId());
        Language language = to.language();
        Map<String, String> parameters = Map.of(
                "absent", language.pick(substitution.absentZh(), substitution.absentEn()),
                "role", messages.text(language, "scope.role." + substitution.role()),
                "unit", language.pick(substitution.unitZh(), substitution.unitEn()),
                "firstDay", day(substitution.firstDay(), language),
                "lastDay", day(substitution.lastDay(), language),
                "acting", "/acting");
        outbox.send(new Letter(template, language, to.address(), to.name(), parameters, orgPath));
    }

    /** Whoever may arrange or revoke a substitution sees the substitute. */
    private Addressee addressee(long account) {
        Query query = em.createNativeQuery("select mail, name_zh, name_en, language from account where id = ?")
                .setParameter(1, account);
        return Rows.one(query, SubstitutionNotice::addressee).orElseThrow(Problem::notFound);
    }

    private static Addressee addressee(Rows.Row row) {
        Language language = Objects.requireNonNull(Language.of(row.text(3)));
        return new Addressee(
                MailAddress.of("substituteId", row.text(0)),
                HeaderText.of("substituteId", language.pick(row.text(1), row.textOrNull(2))),
                language);
    }

    private static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }
}
