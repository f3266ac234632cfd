package org.aeoreach.mail;

import java.util.Map;
import org.aeoreach.platform.Language;

/**
 * A mail to be written to one person in his language.
 *
 * @param template name of a template, {@code <feature>-<fact>}, see {@link LetterTemplate}
 * @param parameters exactly those the template declares; a link is a path of ours, beginning with a slash
 * @param orgPath unit to whose records the mail belongs; its administrators see that it was sent
 */
public record Letter(
        String template,
        Language language,
        MailAddress recipient,
        HeaderText recipientName,
        Map<String, String> parameters,
        String orgPath) {

    public Letter {
        parameters = Map.copyOf(parameters);
    }
}
