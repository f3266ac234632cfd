package org.aeoreach.campaign.mailing;

import java.util.Map;
import org.aeoreach.campaign.Audience;
import org.aeoreach.mail.HeaderText;
import org.aeoreach.mail.Letter;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Rows;
import org.jspecify.annotations.Nullable;

/** Somebody who can be written to, and the audience his enterprise belongs to now. */
record Addressee(
        long person,
        long enterprise,
        String nameZh,
        @Nullable String nameEn,
        String mail,
        Language language,
        String ofZh,
        @Nullable String ofEn,
        Audience audience) {

    /** The columns of one, of a contact person {@code c} and its enterprise {@code e}. */
    static final String COLUMNS = "c.id, c.enterprise_id, c.name_zh, c.name_en, c.mail, c.language, e.name_zh as of_zh,"
            + " e.name_en as of_en, enterprise_audience(e.grade, e.journey_step) as audience";

    /** Whether one may be written to. */
    static final String WILLING =
            "c.ended_at is null and c.erased_at is null and c.consent_withdrawn_on is null and mail_can_go(c.mail)";

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
                Audience.valueOf(row.text(8)));
    }

    /** His letter, in his language where the mailing has it. */
    Letter letter(MailingView mailing, MailingText text) {
        Language in = text.language(language);
        return new Letter(
                "campaign-mailing",
                in,
                new MailAddress(mail),
                new HeaderText(line(in.pick(nameZh, nameEn))),
                Map.of(
                        "subject", text.subject(in),
                        "body", text.body(in),
                        "enterprise", line(in.pick(ofZh, ofEn)),
                        "unit", line(in.pick(mailing.unit().zh(), mailing.unit().en())),
                        "portal", "/portal"),
                mailing.orgPath());
    }

    /** As it may stand in a line of a letter: names come from other systems, too. */
    private static String line(String name) {
        String line = name.replaceAll("[\\p{C}\\u2028\\u2029]", " ");
        return line.length() <= HeaderText.MOST ? line : line.substring(0, HeaderText.MOST);
    }
}
