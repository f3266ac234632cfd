package org.aeoreach.mail;

import java.util.Map;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be written to one person in his language.
 *
 * @param template name of a template, {@code <feature>-<fact>}, see {@link LetterTemplate}
 * @param parameters exactly those the template declares; a link is a path of ours, beginning with a slash
 * @param orgPath unit to whose records the mail belongs; its administrators see that it was sent
 * @param enterprise number of the one in whose history it stands, or null
 * @param record path of the page of the record it is about, which shows what became of it, or null
 * @param calendar an iCalendar text with a method (RFC 5546) its reader's calendar takes over, or null
 */
public record Letter(
        String template,
        Language language,
        MailAddress recipient,
        HeaderText recipientName,
        Map<String, String> parameters,
        String orgPath,
        @Nullable Long enterprise,
        @Nullable String record,
        @Nullable String calendar) {

    public Letter {
        parameters = Map.copyOf(parameters);
    }

    /** One that stands in the history of no enterprise. */
    public Letter(
            String template,
            Language language,
            MailAddress recipient,
            HeaderText recipientName,
            Map<String, String> parameters,
            String orgPath) {
        this(template, language, recipient, recipientName, parameters, orgPath, null, null, null);
    }

    /** One that stands in the history of an enterprise, if any, and is about no record with a page of its own. */
    public Letter(
            String template,
            Language language,
            MailAddress recipient,
            HeaderText recipientName,
            Map<String, String> parameters,
            String orgPath,
            @Nullable Long enterprise) {
        this(template, language, recipient, recipientName, parameters, orgPath, enterprise, null, null);
    }

    /** The same about the record whose page that is. */
    public Letter about(String page) {
        return new Letter(
                template, language, recipient, recipientName, parameters, orgPath, enterprise, page, calendar);
    }

    /** The same with an entry for the reader's calendar: an iCalendar text. */
    public Letter dated(String entry) {
        return new Letter(template, language, recipient, recipientName, parameters, orgPath, enterprise, record, entry);
    }
}
