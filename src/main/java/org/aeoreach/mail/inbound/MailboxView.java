package org.aeoreach.mail.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox of a unit.
 *
 * @param unitZh name of the unit
 * @param active whether it is read
 * @param contactAt when it was last reached
 * @param failures attempts to reach it in a row that failed
 * @param error what was said to the last one
 * @param retryAt when it is tried next
 * @param aside mails that wait for a person
 */
public record MailboxView(
        long id,
        String address,
        long unitId,
        String unitZh,
        @Nullable String unitEn,
        boolean active,
        @Nullable Instant contactAt,
        int failures,
        @Nullable String error,
        Instant retryAt,
        long aside,
        long version) {}
