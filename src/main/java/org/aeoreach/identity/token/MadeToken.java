package org.aeoreach.identity.token;

import org.aeoreach.web.ShownOnce;
import org.jspecify.annotations.Nullable;

/**
 * A token just made.
 *
 * @param secret what the program sends, in the header {@code Authorization: Bearer}; only in the first answer
 */
public record MadeToken(TokenView token, @Nullable String secret) implements ShownOnce {

    @Override
    public MadeToken withoutSecret() {
        return new MadeToken(token, null);
    }
}
