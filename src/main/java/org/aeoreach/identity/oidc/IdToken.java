package org.aeoreach.identity.oidc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's token says of a person, checked.
 *
 * @param login value of the configured claim, or null
 * @param mail address the provider has verified, or null
 * @param strong whether the token names a second factor or one of the classes asked for
 */
record IdToken(
        String issuer,
        String subject,
        @Nullable String login,
        @Nullable String mail,
        boolean strong) {

    /** Methods of authentication (RFC 8176) that mean more than one factor, or one that stands for two. */
    static final List<String> STRONG = List.of("mfa", "otp", "hwk", "sc", "mca");

    /** What the person can tell an administrator: the name under which the provider knows him. */
    String shownAs() {
        if (login != null) {
            return login;
        }
        return mail == null ? subject : mail;
    }
}
