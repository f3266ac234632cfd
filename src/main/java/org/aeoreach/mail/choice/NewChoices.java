package org.aeoreach.mail.choice;

import java.util.Set;
import org.aeoreach.mail.MailTopic;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/** What somebody wants. @param topics those he wants mail about. What is null stays as it is. */
public record NewChoices(
        Set<MailTopic> topics,
        @Nullable Language language,
        @Nullable Frequency frequency,
        @Nullable MailChannel channel) {}
