package org.aeoreach.identity.link;

import java.time.Duration;

/** What a single-use token is good for, and how long. */
public enum Purpose {
    /** To choose a first password. */
    INVITATION(Duration.ofDays(7)),
    /** To choose another password after the old one was forgotten. */
    RESET(Duration.ofMinutes(30)),
    /** To prove that a new mail address is one's own. */
    MAIL(Duration.ofHours(24)),
    /** Password given, second factor still due. */
    SECOND_FACTOR(Duration.ofMinutes(10)),
    /** Signed in but for a password that has expired. */
    NEW_PASSWORD(Duration.ofMinutes(10));

    private final Duration life;

    Purpose(Duration life) {
        this.life = life;
    }

    public Duration life() {
        return life;
    }
}
