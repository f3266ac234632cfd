package org.aeoreach.mail;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aeoreach.platform.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The mail server and how to talk to it: {@code AEO_MAIL_HOST}, {@code AEO_MAIL_PORT} (587; 465 with {@code tls}, 25
 * with {@code none}), {@code AEO_MAIL_TLS} ({@code starttls}, {@code tls} or {@code none}), {@code AEO_MAIL_USER},
 * {@code AEO_MAIL_PASSWORD}, {@code AEO_MAIL_FROM} (an address) and {@code AEO_MAIL_TRUST}.
 *
 * @param user to sign in as, or null where the server asks for no name
 * @param trust PEM file of the only authorities the server's certificate may come from, or null for Java's
 * @param greeting host name we introduce ourselves by
 */
record MailSettings(
        String host,
        int port,
        Tls tls,
        @Nullable String user,
        @Nullable String password,
        MailAddress from,
        @Nullable Path trust,
        String greeting) {

    /** How the connection is protected. */
    enum Tls {
        /** Not at all; for a server on this machine or behind a tunnel. */
        NONE(25),
        /** From the STARTTLS command on; a server without it gets no mail. */
        STARTTLS(587),
        /** From the first byte. */
        TLS(465);

        private final int port;

        Tls(int port) {
            this.port = port;
        }
    }

    /**
     * Empty when nothing is to be sent: without a host, and in a demonstration, whatever is set.
     *
     * @throws IllegalStateException when a value is missing or not understood, so that the server does not start
     */
    static Optional<MailSettings> of(Configuration configuration) {
        String host = configuration.text("aeo.mail.host", "");
        if (host.isEmpty() || configuration.demo()) {
            return Optional.empty();
        }
        Tls tls = tls(configuration.text("aeo.mail.tls", "starttls"));
        String user = configuration.text("aeo.mail.user", "");
        String password = configuration.text("aeo.mail.password", "");
        String trust = configuration.text("aeo.mail.trust", "");
        if (tls == Tls.NONE && !user.isEmpty() && !isHere(host)) {
            throw new IllegalStateException(
                    "AEO_MAIL_TLS=none would send AEO_MAIL_PASSWORD in the clear to another machine");
        }
        return Optional.of(new MailSettings(
                host,
                configuration.number("aeo.mail.port", tls.port),
                tls,
                user.isEmpty() ? null : user,
                password.isEmpty() ? null : password,
                from(configuration.text("aeo.mail.from", "")),
                trust.isEmpty() ? null : Path.of(trust),
                URI.create(configuration.baseUrl()).getHost()));
    }

    // The root of the cause chain is the sentence the launcher shows, so these are thrown without a cause.
    private static Tls tls(String name) {
        return Stream.of(Tls.values())
                .filter(tls -> tls.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("AEO_MAIL_TLS is none, starttls or tls, not \"" + name + "\""));
    }

    private static MailAddress from(String text) {
        if (!MailAddress.isWellFormed(text)) {
            throw new IllegalStateException("AEO_MAIL_HOST needs AEO_MAIL_FROM, the address mail comes from");
        }
        return new MailAddress(text);
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    @Override
    public String toString() {
        return host + ":" + port + " (" + tls.name().toLowerCase(Locale.ROOT) + ")";
    }
}
