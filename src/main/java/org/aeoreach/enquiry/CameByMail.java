package org.aeoreach.enquiry;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the mail some words came by, besides the words themselves.
 *
 * @param inboundId its number
 * @param html as it came, never to be shown unsanitised; null when there was none
 * @param whole its text with what was left out of the words: the mail it quotes, a signature; null when nothing was
 * @param sender address it says it is from, in lower case, when that is not the asker's; null when it is
 */
public record CameByMail(
        long inboundId,
        @Nullable String html,
        @Nullable String whole,
        @Nullable String sender) {}
