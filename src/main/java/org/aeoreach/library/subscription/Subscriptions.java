package org.aeoreach.library.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.library.follow.Cadence;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.mail.Outbox;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Takes what visitors want to hear of, and makes it hold once they have confirmed their addresses. */
@ApplicationScoped
public class Subscriptions {

    /** How long an address can be confirmed. */
    static final Duration CONFIRMED_WITHIN = Duration.ofDays(7);

    /** Mail to subscribers belongs to the whole country. */
    static final String ROOT = "0000.";

    @Inject
    private Bound bound;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    /** What waits to be confirmed. @param district number of the unit, or null */
    private record Kept(String topics, @Nullable Long district, Language language, Cadence cadence) {}

    /**
     * What waits to be confirmed, or holds from now on, in words.
     *
     * @param topics names
     * @param district name, or null
     */
    public record Waiting(List<String> topics, @Nullable String district, Language language, Cadence cadence) {}

    /** Topics to choose from. */
    @Transactional
    List<Option> topics(Language language) {
        return Rows.list(
                bound.query("select t.code, t.zh, t.en from library_topic t order by t.position"),
                row -> new Option(row.text(0), language.pick(row.text(1), row.text(2))));
    }

    /** Districts to choose from. */
    @Transactional
    List<Option> districts(Language language) {
        return Rows.list(
                bound.query("select u.code, n.zh, n.en from unit u join unit_name n on n.unit_id = u.id"
                        + " and n.valid_to is null where u.org_path ~ '^[^.]+[.][^.]+[.]$'"
                        + " and (u.closed_on is null or u.closed_on > china_day()) order by u.code"),
                row -> new Option(row.text(0), language.pick(row.text(1), row.textOrNull(2))));
    }

    /**
     * Keeps what is wanted and writes to the address; without a trace where no mail may go there.
     *
     * @throws Problem 400 at a field
     */
    @Transactional
    public void ask(NewSubscription wanted) {
        MailAddress address = MailAddress.of("mail", wanted.mail().strip());
        require("topics", codes(topics(wanted.language())), wanted.topics());
        if (wanted.district() != null) {
            require("district", codes(districts(wanted.language())), Set.of(wanted.district()));
        }
        ConfirmLink link = ConfirmLink.fresh();
        boolean kept = (Boolean) bound.query(
                        "select library_subscription_asked(?1, ?2, string_to_array(?3, ','), cast(?4 as text), ?5, ?6, ?7)",
                        link.hash(),
                        address.text().toLowerCase(Locale.ROOT),
                        wanted.topics(),
                        wanted.district(),
                        wanted.language().code(),
                        wanted.cadence(),
                        clock.instant().plus(CONFIRMED_WITHIN).atOffset(ZoneOffset.UTC))
                .getSingleResult();
        if (kept) {
            outbox.send(letter(address, wanted, link));
        }
        note("library.ask-news");
    }

    private static Set<String> codes(List<Option> options) {
        return options.stream().map(Option::value).collect(Collectors.toSet());
    }

    private static void require(String field, Set<String> known, Set<String> chosen) {
        if (!known.containsAll(chosen)) {
            throw Problem.invalid(field, "library.invalid.choice");
        }
    }

    private Letter letter(MailAddress address, NewSubscription wanted, ConfirmLink link) {
        Language language = wanted.language();
        String topics = topics(language).stream()
                .filter(topic -> wanted.topics().contains(topic.value()))
                .map(Option::label)
                .collect(Collectors.joining("\n"));
        return new Letter(
                "library-subscribe",
                language,
                address,
                reader(language),
                Map.of(
                        "topics",
                        topics,
                        "cadence",
                        messages.text(language, "library.cadence." + wanted.cadence()),
                        "days",
                        Long.toString(CONFIRMED_WITHIN.toDays()),
                        "confirm",
                        SubscribePages.ROOT + "/" + link.text()),
                ROOT);
    }

    HeaderText reader(Language language) {
        return new HeaderText(messages.text(language, "library.subscribe.reader"));
    }

    /** What the link would confirm; nothing when there is no such link, or it is over. */
    @Transactional
    public Optional<Waiting> waiting(String link, Language reader) {
        return Rows.one(
                        bound.query(
                                "select array_to_string(topics, ','), district, language, cadence"
                                        + " from library_subscription_waits(?1, ?2)",
                                new ConfirmLink(link).hash(),
                                clock.instant().atOffset(ZoneOffset.UTC)),
                        row -> new Kept(
                                row.text(0),
                                row.idOrNull(1),
                                Objects.requireNonNull(Language.of(row.text(2))),
                                Cadence.valueOf(row.text(3))))
                .map(kept -> worded(kept, reader));
    }

    private Waiting worded(Kept kept, Language reader) {
        Set<String> codes = Stream.of(kept.topics().split(",")).collect(Collectors.toSet());
        List<String> names = topics(reader).stream()
                .filter(topic -> codes.contains(topic.value()))
                .map(Option::label)
                .toList();
        String district = kept.district() == null
                ? null
                : Rows.one(
                                bound.query(
                                        "select n.zh, n.en from unit_name n where n.unit_id = ?1 and n.valid_to is null",
                                        kept.district()),
                                row -> reader.pick(row.text(0), row.textOrNull(1)))
                        .orElse(null);
        return new Waiting(names, district, kept.language(), kept.cadence());
    }

    /** Has it hold from now on. @throws Problem 404 when there is no such link, or it was used or is over */
    @Transactional
    public void confirm(String link) {
        Object made = bound.query(
                        "select library_subscription_confirmed(?1, ?2)",
                        new ConfirmLink(link).hash(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .getSingleResult();
        if (made == null) {
            throw SubscribePages.over();
        }
        note("library.get-news");
    }

    /** Without the address: the audit keeps none. */
    private void note(String action) {
        audit.record(action, AuditTrail.Subject.unnumbered("library_subscription", ROOT), Changes.none());
    }
}
