package org.aeoreach.identity;

import java.time.Instant;
import org.aeoreach.platform.Language;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, as this room knows him before he has.
 *
 * @param orgPath path of his home unit
 * @param hash his password, see {@link org.aeoreach.identity.password.Argon2}; null while he has none
 * @param passwordSetAt when it was set, or null
 * @param secondFactor whether a second factor is in force
 */
public record Account(
        long id,
        Viewer.Kind kind,
        String login,
        String nameZh,
        @Nullable String nameEn,
        String mail,
        Language language,
        String orgPath,
        boolean suspended,
        @Nullable String hash,
        @Nullable Instant passwordSetAt,
        boolean secondFactor) {

    public String name() {
        return language.pick(nameZh, nameEn);
    }

    /** A record shows its fields; this one must not show what a password is guessed from. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
