package org.aeoreach.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The certificate authorities of an administration's own mail server, from a PEM file. */
public final class TrustAnchors {

    private TrustAnchors() {}

    /** Makes connections that trust these authorities and no other. */
    public static SSLSocketFactory sockets(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            for (Certificate anchor : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                anchors.setCertificateEntry(Integer.toString(anchors.size()), anchor);
            }
            if (anchors.size() == 0) {
                throw new IllegalStateException("AEO_MAIL_TRUST: no certificate in " + file);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("AEO_MAIL_TRUST: no certificates can be read from " + file, e);
        }
    }
}
