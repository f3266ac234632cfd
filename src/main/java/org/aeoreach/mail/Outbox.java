package org.aeoreach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.aeoreach.platform.Problem;

/** Takes letters to be sent once the transaction under way is committed, and never when it is not. */
@ApplicationScoped
public class Outbox {

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
        LetterText text = letters.write(letter);
        em.createNativeQuery("insert into mail (message_id, template, language, recipient, recipient_name, subject,"
                        + " body_text, body_html, org_path) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, messageId(text.home()))
                .setParameter(2, letter.template())
                .setParameter(3, letter.language().code())
                .setParameter(4, letter.recipient().text())
                .setParameter(5, letter.recipientName().text())
                .setParameter(6, text.subject())
                .setParameter(7, text.plain())
                .setParameter(8, text.html())
                .setParameter(9, letter.orgPath())
                .executeUpdate();
    }

    private static String messageId(String home) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "<" + HexFormat.of().formatHex(bytes) + "@" + URI.create(home).getHost() + ">";
    }
}
