package org.aeoreach.mail.choice;

import java.util.Set;
import org.aeoreach.mail.MailTopic;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a mail gets.
 *
 * @param mailId number of the mail
 * @param orgPath unit that wrote it
 * @param masked his address, recognisable to himself only
 * @param topic of the mail
 * @param declined topics he wants no mail about
 * @param language null where nothing of his has one; frequency and channel likewise
 */
public record ChoicesView(
        long mailId,
        String orgPath,
        String masked,
        MailTopic topic,
        Set<MailTopic> declined,
        @Nullable Language language,
        @Nullable Frequency frequency,
        @Nullable MailChannel channel) {}
