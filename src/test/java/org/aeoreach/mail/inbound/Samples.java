package org.aeoreach.mail.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails as they come, from files, and those that are too large for one. */
final class Samples {

    private static final String HEAD = "Message-ID: <made@firm.test>\r\nFrom: a@firm.test\r\nMIME-Version: 1.0\r\n";

    private Samples() {}

    static byte[] bytes(String name) throws IOException {
        return switch (name) {
            case "head-of-a-megabyte" -> text(HEAD + "X-Long: " + "x".repeat(1 << 20) + "\r\n\r\nwords");
            case "many-fields" -> text(HEAD + "X-Field: x\r\n".repeat(3000) + "\r\nwords");
            case "many-parts" ->
                text(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(100_000)
                        + "--b--");
            case "deep" -> text(deep());
            default -> file(name);
        };
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream("/inbound/" + name + ".eml")) {
            if (in == null) {
                throw new IOException("no sample " + name);
            }
            return in.readAllBytes();
        }
    }

    private static String deep() {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < 40; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return mail.append("\r\nwords\r\n").toString();
    }

    /** Files of these sizes. */
    static byte[] withFiles(int... sizes) {
        String[] names = {"说明.pdf", "很大.pdf"};
        StringBuilder mail =
                new StringBuilder(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nwords\r\n");
        for (int i = 0; i < sizes.length; i++) {
            String name = Base64.getEncoder().encodeToString(names[i].getBytes(StandardCharsets.UTF_8));
            mail.append("--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n")
                    .append("Content-Disposition: attachment; filename=\"=?UTF-8?B?")
                    .append(name)
                    .append("?=\"\r\n\r\n")
                    .append(Base64.getMimeEncoder().encodeToString(new byte[sizes[i]]))
                    .append("\r\n");
        }
        return text(mail.append("--b--\r\n").toString());
    }

    private static byte[] text(String mail) {
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}
