package org.aeoreach.mail.choice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aeoreach.audit.AuditTrail;
import org.aeoreach.audit.Changes;
import org.aeoreach.mail.MailTopic;
import org.aeoreach.platform.Bound;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** What the reader of a mail gets, by its secret link. */
@ApplicationScoped
public class Choices {

    @Inject
    private Bound bound;

    @Inject
    private AuditTrail audit;

    /** Nothing when there is no such link. */
    @Transactional
    public Optional<ChoicesView> of(String link) {
        return Rows.one(
                bound.query(
                        "select mail_id, org_path, address, topic, array_to_string(declined, ','), language, frequency,"
                                + " channel from mail_choices(?)",
                        link),
                row -> new ChoicesView(
                        row.id(0),
                        row.text(1),
                        masked(row.text(2)),
                        MailTopic.valueOf(row.text(3)),
                        topics(row.text(4)),
                        language(row.textOrNull(5)),
                        row.textOrNull(6) == null ? null : Frequency.valueOf(row.text(6)),
                        row.textOrNull(7) == null ? null : MailChannel.valueOf(row.text(7))));
    }

    private static @Nullable Language language(@Nullable String code) {
        return code == null ? null : Language.of(code);
    }

    private static Set<MailTopic> topics(String names) {
        Set<MailTopic> topics = EnumSet.noneOf(MailTopic.class);
        Stream.of(names.split(","))
                .filter(each -> !each.isEmpty())
                .map(MailTopic::valueOf)
                .forEach(topics::add);
        return topics;
    }

    /** Enough to know one's own address by, too little to write to: a…@example.org. */
    private static String masked(String address) {
        int at = address.indexOf('@');
        return address.substring(0, Math.min(1, at)) + "…" + address.substring(at);
    }

    /** Keeps what he wants. @return false when there is no such link */
    @Transactional
    public boolean choose(String link, NewChoices wanted) {
        Optional<ChoicesView> before = of(link);
        if (before.isEmpty()) {
            return false;
        }
        List<String> declined = Arrays.stream(MailTopic.values())
                .filter(topic -> !wanted.topics().contains(topic))
                .map(Enum::name)
                .toList();
        bound.query(
                        "select mail_choose(?, string_to_array(?, ','), cast(? as text), cast(? as text), cast(? as text))",
                        link,
                        declined,
                        wanted.language() == null ? null : wanted.language().code(),
                        wanted.frequency(),
                        wanted.channel())
                .getSingleResult();
        note("mail.choose", before.get(), String.join(", ", declined));
        return true;
    }

    /** He wants no more mail like that one, however often it is said. @return false when there is no such link */
    @Transactional
    public boolean decline(String link) {
        Optional<ChoicesView> before = of(link);
        if (before.isEmpty()) {
            return false;
        }
        bound.query("select mail_decline(?)", link).getSingleResult();
        note("mail.decline", before.get(), before.get().topic().name().toUpperCase(Locale.ROOT));
        return true;
    }

    private void note(String action, ChoicesView about, String declined) {
        audit.record(
                action,
                new AuditTrail.Subject("mail", about.mailId(), about.orgPath()),
                Changes.none().with("declined", declined));
    }
}
