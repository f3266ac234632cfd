package org.aeoreach.mail;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority and server certificates it signs, made by Java's own keytool. */
final class TestCertificates {

    private static final String PASSWORD = "changeit";

    private final Path directory;

    TestCertificates(Path directory) throws Exception {
        this.directory = directory;
        keytool("ca", "-genkeypair", "-keyalg", "EC", "-dname", "CN=Test authority", "-ext", "bc:c");
        keytool("ca", "-exportcert", "-rfc", "-file", authority().toString());
    }

    /** PEM file. */
    Path authority() {
        return directory.resolve("ca.pem");
    }

    /** A server of that name, certified for one day from a start such as {@code -3d}. */
    SSLContext server(String name, String start) throws Exception {
        String store = name + start;
        String request = directory.resolve(store + ".csr").toString();
        Path signed = directory.resolve(store + ".pem");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name);
        keytool(store, "-certreq", "-file", request);
        keytool(
                "ca",
                "-gencert",
                "-rfc",
                "-ext",
                "SAN=dns:" + name,
                "-startdate",
                start,
                "-validity",
                "1",
                "-infile",
                request,
                "-outfile",
                signed.toString());
        return context(keys(store), signed);
    }

    private SSLContext context(KeyStore keys, Path signed) throws Exception {
        String alias = keys.aliases().nextElement();
        Certificate[] chain = {certificate(signed), certificate(authority())};
        keys.setKeyEntry(alias, keys.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore keys(String store) throws Exception {
        return KeyStore.getInstance(directory.resolve(store + ".p12").toFile(), PASSWORD.toCharArray());
    }

    private static Certificate certificate(Path pem) throws Exception {
        try (InputStream file = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    private void keytool(String store, String... words) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(words));
        line.addAll(List.of(
                "-alias",
                store,
                "-storepass",
                PASSWORD,
                "-keystore",
                directory.resolve(store + ".p12").toString()));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(directory.resolve("keytool.log")));
        }
    }
}
