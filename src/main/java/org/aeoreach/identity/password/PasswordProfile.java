package org.aeoreach.identity.password;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aeoreach.platform.Configuration;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a password has to be.
 *
 * @param classes of small letters, capitals, digits and other characters, how many must occur
 * @param days after which it has to be changed; 0 for never
 * @param former how many of the newest may not be taken again, the present one included
 */
record PasswordProfile(int classes, int days, int former) {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** GB/T 22239-2019, 8.1.4.1: complex, changed from time to time. */
    static final PasswordProfile MLPS = new PasswordProfile(3, 90, 5);

    /** OWASP ASVS 5.0, 6.2: no composition rules, no rotation. */
    static final PasswordProfile ASVS = new PasswordProfile(1, 0, 1);

    /** The profile of officers or of enterprise users; each of its numbers can be set apart. */
    static PasswordProfile of(Viewer.Kind kind, Configuration configuration) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        String profile =
                configuration.text("aeo.password.profile." + name, kind == Viewer.Kind.OFFICER ? "mlps" : "asvs");
        PasswordProfile base =
                switch (profile) {
                    case "mlps" -> MLPS;
                    case "asvs" -> ASVS;
                    default -> throw new IllegalStateException("aeo.password.profile." + name + " is mlps or asvs");
                };
        String key = "aeo.password." + name;
        return new PasswordProfile(
                configuration.number(key + ".classes", base.classes),
                configuration.number(key + ".days", base.days),
                configuration.number(key + ".former", base.former));
    }

    /** Message key of what is wrong with the password, or null. */
    @Nullable
    String fault(String password, List<String> context, CommonPasswords common) {
        long length = password.codePoints().count();
        if (length < SHORTEST || length > LONGEST) {
            return "identity.invalid.password-length";
        }
        if (classesIn(password) < classes) {
            return "identity.invalid.password-classes";
        }
        return common.contains(password, context) ? "identity.invalid.password-common" : null;
    }

    boolean expired(Instant setAt, Instant now) {
        return days > 0 && !now.isBefore(setAt.plus(Duration.ofDays(days)));
    }

    private static long classesIn(String password) {
        return Stream.of("\\p{Ll}", "\\p{Lu}", "\\p{Nd}", "[^\\p{Ll}\\p{Lu}\\p{Nd}]")
                .filter(type -> password.matches("(?s).*" + type + ".*"))
                .count();
    }
}
