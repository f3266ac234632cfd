package org.aeoreach.enterprise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Rows;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Right;
import org.jspecify.annotations.Nullable;

/** Letters to the people of an enterprise, in the language of each, in the transaction of what they tell. */
@ApplicationScoped
public class EnterpriseMail {

    @Inject
    private Bound bound;

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
     * Where a letter belongs.
     *
     * @param enterprise in whose history it stands; null when it is to none of its people
     * @param orgPath of the unit that writes
     */
    public record About(@Nullable Long enterprise, String orgPath) {

        public static About of(EnterpriseView enterprise) {
            return new About(enterprise.id(), enterprise.orgPath());
        }

        public static About unit(String orgPath) {
            return new About(null, orgPath);
        }
    }

    /**
     * Writes one letter.
     *
     * @param words the parameters of the template in the addressee's language
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(String template, Addressee to, About about, Function<Language, Map<String, String>> words) {
        send(List.of(letter(template, to, about, words)));
    }

    /** Writes many letters at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(List<Letter> letters) {
        outbox.send(letters);
    }

    /** A letter to be written. The parameters are those of the method that writes one. */
    public static Letter letter(
            String template, Addressee to, About about, Function<Language, Map<String, String>> words) {
        return new Letter(
                template,
                to.language(),
                new MailAddress(to.mail()),
                new HeaderText(to.language().pick(to.nameZh(), to.nameEn())),
                words.apply(to.language()),
                about.orgPath(),
                about.enterprise());
    }

    /** Those who administer the enterprise today. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Addressee> administrators(long enterprise) {
        return administrators(List.of(enterprise)).getOrDefault(enterprise, List.of());
    }

    /** Those who administer the enterprises today, by enterprise; none for one that nobody administers. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, List<Addressee>> administrators(Collection<Long> enterprises) {
        Query query = bound.query(
                "select x.id, a.name_zh, a.name_en, a.mail, a.language"
                        + " from unnest(cast(string_to_array(?, ',') as bigint[])) as x (id)"
                        + " cross join lateral enterprise_administrators(x.id, ?) with ordinality a"
                        + " (account_id, name_zh, name_en, mail, language, place) order by x.id, a.place",
                enterprises,
                Time.today(clock));
        return Rows.list(query, row -> row).stream()
                .collect(Collectors.groupingBy(
                        row -> row.id(0), Collectors.mapping(EnterpriseMail::addressee, Collectors.toList())));
    }

    private static Addressee addressee(Rows.Row row) {
        return new Addressee(
                row.text(1), row.textOrNull(2), row.text(3), Objects.requireNonNull(Language.of(row.text(4))));
    }

    /** Those who administer the enterprise, or its address on file when nobody does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Addressee> responsible(EnterpriseView enterprise) {
        return orOnFile(
                administrators(enterprise.id()), enterprise.nameZh(), enterprise.nameEn(), enterprise.mailOnFile());
    }

    /** The same where they are known already; nobody when what is on file is no address. */
    public static List<Addressee> orOnFile(
            List<Addressee> administrators, String nameZh, @Nullable String nameEn, @Nullable String mailOnFile) {
        return administrators.isEmpty() && mailOnFile != null && MailAddress.isWellFormed(mailOnFile)
                ? List.of(new Addressee(nameZh, nameEn, mailOnFile, Language.ZH))
                : administrators;
    }

    /** The house has suspended or resumed all access for the enterprise. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tellOfAccess(EnterpriseView enterprise, boolean suspended, String reason) {
        for (Addressee to : responsible(enterprise)) {
            send(
                    suspended ? "enterprise-suspended" : "enterprise-resumed",
                    to,
                    About.of(enterprise),
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
