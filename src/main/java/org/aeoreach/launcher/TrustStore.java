package org.aeoreach.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;

/**
 * The authorities the application server trusts: those of the Java installation that are still valid. The server's own
 * list is as old as the server, and it warns about every expired entry at every start.
 */
final class TrustStore {
    static final String PASSWORD = "changeit";

    private TrustStore() {}

    static void write(Path target) throws IOException {
        try {
            KeyStore all = KeyStore.getInstance(source().toFile(), PASSWORD.toCharArray());
            KeyStore valid = KeyStore.getInstance("PKCS12");
            valid.load(null, null);
            Date now = Date.from(Instant.now());
            for (String alias : Collections.list(all.aliases())) {
                if (all.getCertificate(alias) instanceof X509Certificate authority
                        && authority.getNotAfter().after(now)) {
                    valid.setCertificateEntry(alias, authority);
                }
            }
            try (OutputStream file = Files.newOutputStream(target)) {
                valid.store(file, PASSWORD.toCharArray());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate authorities of Java cannot be read", e);
        }
    }

    private static Path source() {
        String given = System.getProperty("javax.net.ssl.trustStore", "");
        return given.isEmpty()
                ? Path.of(System.getProperty("java.home", ""), "lib", "security", "cacerts")
                : Path.of(given);
    }
}
