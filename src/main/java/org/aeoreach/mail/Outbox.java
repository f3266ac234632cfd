package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.Rows;

/** Takes letters to be sent once the transaction under way is committed, and never when it is not. */
@ApplicationScoped
public class Outbox {

    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());
    private static final int STEP = 250;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "app")
    private EntityManager em;

    @Inject
    private Letters letters;

    public Outbox() {}

    Outbox(EntityManager em, Letters letters) {
        this.em = em;
        this.letters = letters;
    }

    /**
     * Writes the letter in the recipient's language and keeps it. It goes out within seconds of the commit where a mail
     * server answers, at least once, and the same letter always under the same Message-ID.
     *
     * @throws Problem 400 when a parameter is not one line of plain text
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(Letter letter) {
        send(List.of(letter));
    }

    /** The same with many, some hundred at a time by one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(List<Letter> all) {
        for (int from = 0; from < all.size(); from += STEP) {
            keep(all.subList(from, Math.min(from + STEP, all.size())));
        }
    }

    /**
     * The same with letters that have nothing to do with each other: one that cannot be written is said in the log, and
     * all others are kept.
     *
     * @param each writes the letter of one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> void sendEach(List<T> all, Function<T, Letter> each) {
        List<Letter> written = new ArrayList<>();
        for (T one : all) {
            try {
                Letter letter = each.apply(one);
                letters.write(letter);
                written.add(letter);
            } catch (Problem | IllegalArgumentException unwritable) {
                LOG.log(System.Logger.Level.ERROR, "A letter could not be written and is left out", unwritable);
            }
        }
        send(written);
    }

    /**
     * The same, for who keeps track of each: the number of its mail, in the order of the letters. They must belong to
     * records the viewer sees. A mail that still waits may be deleted by its number; then it is never sent.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> sendNumbered(List<Letter> all) {
        List<Long> numbers = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STEP) {
            List<String> kept = keep(all.subList(from, Math.min(from + STEP, all.size())));
            Map<String, Long> found = Rows.list(
                            em.createNativeQuery("select message_id, id from mail where message_id = any"
                                            + " (string_to_array(?, ' '))")
                                    .setParameter(1, String.join(" ", kept)),
                            row -> row)
                    .stream()
                    .collect(Collectors.toMap(row -> row.text(0), row -> row.id(1)));
            kept.forEach(messageId -> numbers.add(Objects.requireNonNull(found.get(messageId))));
        }
        return numbers;
    }

    /** The letter in words as it would be sent, for somebody who has to judge it. */
    public LetterText read(Letter letter) {
        return letters.write(letter);
    }

    private List<String> keep(List<Letter> some) {
        List<JsonObject> written = some.stream().map(this::mail).toList();
        JsonArrayBuilder mails = JsonText.JSON.createArrayBuilder();
        written.forEach(mails::add);
        em.createNativeQuery(
                        "insert into mail (message_id, template, language, recipient, recipient_name, subject,"
                                + " body_text, body_html, org_path, enterprise_id, topic, link, record, calendar, sender_address, sender_name) select m.message_id, m.template, m.language, m.recipient,"
                                + " m.recipient_name, m.subject, m.body_text, m.body_html, m.org_path, m.enterprise_id, m.topic, m.link, m.record, m.calendar, s.address, s.name"
                                + " from jsonb_to_recordset(cast(? as jsonb)) as m (message_id text, template text, language text,"
                                + " recipient text, recipient_name text, subject text, body_text text, body_html text,"
                                + " org_path text, enterprise_id bigint, topic text, link text,"
                                + " record text, calendar text, of_unit boolean)"
                                + " left join lateral mail_sender_of(case when m.of_unit then m.org_path end, m.language) s on true")
                .setParameter(1, mails.build().toString())
                .executeUpdate();
        return written.stream().map(mail -> mail.getString("message_id")).toList();
    }

    private JsonObject mail(Letter letter) {
        MailTopic topic = letters.topic(letter);
        String link = topic == null ? null : secret();
        LetterText text = letters.write(letter, link, letters.answerable(letter) && answered(letter));
        JsonObjectBuilder mail = JsonText.JSON
                .createObjectBuilder()
                .add("message_id", messageId(text.home()))
                .add("template", letter.template())
                .add("language", letter.language().code())
                .add("recipient", letter.recipient().text())
                .add("recipient_name", letter.recipientName().text())
                .add("subject", text.subject())
                .add("body_text", text.plain())
                .add("body_html", text.html())
                .add("org_path", letter.orgPath())
                .add("of_unit", letters.ofUnit(letter));
        if (letter.enterprise() != null) {
            mail.add("enterprise_id", letter.enterprise());
        }
        if (topic != null && link != null) {
            mail.add("topic", topic.name()).add("link", link);
        }
        if (letter.record() != null) {
            mail.add("record", letter.record());
        }
        if (letter.calendar() != null) {
            mail.add("calendar", letter.calendar());
        }
        return mail.build();
    }

    private boolean answered(Letter letter) {
        return (Boolean) em.createNativeQuery("select mail_answered(?)")
                .setParameter(1, letter.orgPath())
                .getSingleResult();
    }

    static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String messageId(String home) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "<" + HexFormat.of().formatHex(bytes) + "@" + URI.create(home).getHost() + ">";
    }
}
