package org.aeoreach.campaign.mailing;

import java.util.Map;
import org.aeoreach.campaign.Audience;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be written to, and the audience his enterprise belongs to now.
 *
 * @param key tells whether two have the same address
 */
record Addressee(
        long person,
        long enterprise,
        String nameZh,
        @Nullable String nameEn,
        String mail,
        Language language,
        String ofZh,
        @Nullable String ofEn,
        Audience audience,
        String key) {

    /** The columns of one, of a contact person {@code c} and its enterprise {@code e}. */
    static final String COLUMNS = "c.id, c.enterprise_id, c.name_zh, c.name_en, c.mail, c.language, e.name_zh as of_zh,"
            + " e.name_en as of_en, enterprise_audience(e.grade, e.journey_step) as audience, mail_key(c.mail) as key";

    /** Whether one may be written to. */
    static final String WILLING =
            "c.ended_at is null and c.erased_at is null and mail_can_go(c.mail) and not mail_objected(c.mail)";

    static Addressee of(Rows.Row row) {
        Language language = Language.of(row.text(5));
        return new Addressee(
                row.id(0),
                row.id(1),
                row.text(2),
                row.textOrNull(3),
                row.text(4),
                language == null ? Language.ZH : language,
                row.text(6),
                row.textOrNull(7),
                Audience.valueOf(row.text(8)),
                row.text(9));
    }

    /** One nobody is, to show how a letter reads. */
    static Addressee nobody(Audience audience, Language language) {
        return new Addressee(0, 0, "…", null, "sample@example.invalid", language, "…", null, audience, "");
    }

    /** The same for a reader of the other language, at another address. */
    Addressee at(String address, Language other) {
        return new Addressee(person, enterprise, nameZh, nameEn, address, other, ofZh, ofEn, audience, key);
    }

    /** His letter, in his language where the mailing has it; it stands in the history of his enterprise. */
    Letter letter(MailingView mailing, MailingText text) {
        return letter(mailing, text, "", enterprise == 0 ? null : enterprise);
    }

    /** The same to look at, in the history of nobody. @param mark before the subject */
    Letter trial(MailingView mailing, MailingText text, String mark) {
        return letter(mailing, text, mark, null);
    }

    private Letter letter(MailingView mailing, MailingText text, String mark, @Nullable Long history) {
        Language in = text.language(language);
        return new Letter(
                "campaign-mailing",
                in,
                new MailAddress(mail),
                new HeaderText(line(in.pick(nameZh, nameEn))),
                Map.of(
                        "subject", line(mark + text.subject(in)),
                        "body", text.body(in),
                        "enterprise", line(in.pick(ofZh, ofEn)),
                        "unit", line(in.pick(mailing.unit().zh(), mailing.unit().en())),
                        "portal", "/portal"),
                mailing.orgPath(),
                history);
    }

    /** As it may stand in a line of a letter: names come from other systems, too. */
    private static String line(String name) {
        String line = name.replaceAll("[\\p{C}\\u2028\\u2029]", " ");
        return line.length() <= HeaderText.MOST ? line : line.substring(0, HeaderText.MOST);
    }
}
