package org.aeoreach.mail.inbound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aeoreach.platform.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The server that holds the mailboxes: {@code AEO_MAIL_IMAP_HOST}, {@code AEO_MAIL_IMAP_PORT} (993 with {@code tls},
 * else 143), {@code AEO_MAIL_IMAP_TLS} ({@code tls}, {@code starttls} or {@code none}), {@code AEO_MAIL_IMAP_PASSWORD}
 * (one for all mailboxes, or lines of an address and its password), {@code AEO_MAIL_IMAP_FOLDER} (where mail is moved
 * once it is kept here), {@code AEO_MAIL_IMAP_POLL_SECONDS} and {@code AEO_MAIL_TRUST}. One signs in by the address.
 *
 * @param passwords by address; the one for all others by an empty text
 * @param idle whether to stay connected and be told of new mail, where the server can
 */
record ImapSettings(
        String host,
        int port,
        Tls tls,
        Map<String, String> passwords,
        String folder,
        Duration poll,
        boolean idle,
        @Nullable Path trust) {

    private static final int TLS_PORT = 993;
    private static final int PLAIN_PORT = 143;

    /** How the connection is protected. */
    enum Tls {
        /** Not at all; for a server on this machine or behind a tunnel. */
        NONE,
        /** From the STARTTLS command on. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    /**
     * Empty when no mail is to be fetched: without a host, and in a demonstration, whatever is set.
     *
     * @throws IllegalStateException when a value is not understood, so that the server does not start
     */
    static Optional<ImapSettings> of(Configuration configuration) {
        String host = configuration.text("aeo.mail.imap.host", "");
        if (host.isEmpty() || configuration.demo()) {
            return Optional.empty();
        }
        Tls tls = tls(configuration.text("aeo.mail.imap.tls", "tls"));
        boolean here = host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
        if (tls == Tls.NONE && !here) {
            throw new IllegalStateException(
                    "AEO_MAIL_IMAP_TLS=none would send AEO_MAIL_IMAP_PASSWORD in the clear to another machine");
        }
        String trust = configuration.text("aeo.mail.trust", "");
        return Optional.of(new ImapSettings(
                host,
                configuration.number("aeo.mail.imap.port", tls == Tls.TLS ? TLS_PORT : PLAIN_PORT),
                tls,
                passwords(configuration.text("aeo.mail.imap.password", "")),
                configuration.text("aeo.mail.imap.folder", "AEO-Reach"),
                Duration.ofSeconds(configuration.number("aeo.mail.imap.poll.seconds", 30)),
                true,
                trust.isEmpty() ? null : Path.of(trust)));
    }

    private static Tls tls(String name) {
        return Stream.of(Tls.values())
                .filter(tls -> tls.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("AEO_MAIL_IMAP_TLS is none, starttls or tls, not \"" + name + "\""));
    }

    static Map<String, String> passwords(String text) {
        Map<String, String> passwords = new TreeMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            boolean one = parts.length == 1 || !parts[0].contains("@");
            passwords.put(one ? "" : parts[0].toLowerCase(Locale.ROOT), one ? line : parts[1]);
        });
        return passwords;
    }

    /** An empty text when there is none. */
    String password(String address) {
        return passwords.getOrDefault(address, passwords.getOrDefault("", ""));
    }

    /** The server alone: it is logged. */
    @Override
    public String toString() {
        return host + ":" + port + " (" + tls.name().toLowerCase(Locale.ROOT) + ")";
    }
}
