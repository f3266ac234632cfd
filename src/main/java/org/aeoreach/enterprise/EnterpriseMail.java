package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/** Letters to the people of an enterprise, in the language of each, in the transaction of what they tell. */
@ApplicationScoped
public class EnterpriseMail {

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Outbox outbox;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    /** Somebody to write to. */
    public record Addressee(String nameZh, @Nullable String nameEn, String mail, Language language) {

        public static Addressee of(String name, String mail, String language) {
            return new Addressee(name, null, mail, Objects.requireNonNull(Language.of(language)));
        }
    }

    /**
     * Writes one letter.
     *
     * @param words the parameters of the template in the addressee's language
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(String template, Addressee to, String orgPath, Function<Language, Map<String, String>> words) {
        outbox.send(new Letter(
                template,
                to.language(),
                new MailAddress(to.mail()),
                new HeaderText(to.language().pick(to.nameZh(), to.nameEn())),
                words.apply(to.language()),
                orgPath));
    }

    /** Those who administer the enterprise today. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Addressee> administrators(long enterprise) {
        Query query = em.createNativeQuery(
                        "select name_zh, name_en, mail, language from enterprise_administrators(?, ?)")
                .setParameter(1, enterprise)
                .setParameter(2, java.sql.Date.valueOf(Time.today(clock)));
        return Rows.list(
                query,
                row -> new Addressee(
                        row.text(0), row.textOrNull(1), row.text(2), Objects.requireNonNull(Language.of(row.text(3)))));
    }

    /** Those who administer the enterprise, or its address on file when nobody does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Addressee> responsible(EnterpriseView enterprise) {
        List<Addressee> all = new ArrayList<>(administrators(enterprise.id()));
        if (all.isEmpty() && enterprise.mailOnFile() != null) {
            all.add(new Addressee(enterprise.nameZh(), enterprise.nameEn(), enterprise.mailOnFile(), Language.ZH));
        }
        return all;
    }

    /** The house has suspended or resumed all access for the enterprise. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tellOfAccess(EnterpriseView enterprise, boolean suspended, String reason) {
        for (Addressee to : responsible(enterprise)) {
            send(
                    suspended ? "enterprise-suspended" : "enterprise-resumed",
                    to,
                    enterprise.orgPath(),
                    language -> Map.of(
                            "enterprise", language.pick(enterprise.nameZh(), enterprise.nameEn()),
                            "house", language.pick(enterprise.unitZh(), enterprise.unitEn()),
                            "reason", reason));
        }
    }

    /** The names of rights, in their fixed order. */
    public String rights(Collection<Right> rights, Language language) {
        return rights.stream()
                .sorted()
                .map(right -> messages.text(language, "scope.right." + right))
                .collect(Collectors.joining(messages.text(language, "enterprise.list-separator")));
    }

    public static String day(LocalDate day, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(day);
    }
}
