package org.aeoreach.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aeoreach.platform.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The mail server and how to talk to it: {@code AEO_MAIL_HOST}, {@code AEO_MAIL_PORT} (587; 465 with {@code tls}, 25
 * with {@code none}), {@code AEO_MAIL_TLS} ({@code starttls}, {@code tls} or {@code none}), {@code AEO_MAIL_USER},
 * {@code AEO_MAIL_PASSWORD}, {@code AEO_MAIL_FROM} (an address) and {@code AEO_MAIL_TRUST}.
 *
 * @param user to sign in as, or null where the server asks for no name
 * @param domains those a unit's own sender may be in
 * @param trust PEM file of the only authorities the server's certificate may come from, or null for Java's
 * @param home address of the start page, without a slash at its end
 * @param waits how long it may take
 */
record MailSettings(
        String host,
        int port,
        Tls tls,
        @Nullable String user,
        @Nullable String password,
        MailAddress from,
        Set<String> domains,
        @Nullable Path trust,
        String home,
        Waits waits) {

    /**
     * How long is waited for the server.
     *
     * @param connect to connect
     * @param reply for a reply, and for it to read
     * @param taken for the reply to a whole mail: what is given up before is sent once more though the server may have
     *     taken it, and one that looks through mail takes its time (RFC 5321, 4.5.3.2.6: ten minutes)
     */
    record Waits(Duration connect, Duration reply, Duration taken) {
        static final Waits USUAL = new Waits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(10));
    }

    /** Host name we introduce ourselves by. */
    String greeting() {
        return URI.create(home).getHost();
    }

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
                SendingDomains.of(configuration),
                trust.isEmpty() ? null : Path.of(trust),
                configuration.baseUrl(),
                Waits.USUAL));
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
