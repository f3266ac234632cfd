package org.aeoreach.mail.inbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads header values by RFC 2047, and those written against it: a character whose bytes stand in two words, words in
 * quotation marks, bytes that are not encoded at all.
 */
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_.:+-]{1,40})(?:\\*[A-Za-z-]{1,20})?\\?([BbQq])\\?([^?\\s]*)\\?=");

    private EncodedWords() {}

    /** One line of text. @param value each character a byte, as it stood in the head */
    static String text(String value) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        Matcher word = WORD.matcher(value);
        int end = 0;
        while (word.find()) {
            String between = value.substring(end, word.start());
            String next = word.group(1).toLowerCase(Locale.ROOT);
            if (!between.isBlank() || !next.equals(charset)) {
                flush(bytes, charset, text);
                text.append(end > 0 && between.isBlank() ? "" : plain(between));
            }
            charset = next;
            bytes.writeBytes(decoded(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(bytes, charset, text);
        text.append(plain(value.substring(end)));
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static void flush(ByteArrayOutputStream bytes, String charset, StringBuilder into) {
        into.append(MailCharset.text(bytes.toByteArray(), charset));
        bytes.reset();
    }

    private static String plain(String bytes) {
        return MailCharset.text(bytes.getBytes(StandardCharsets.ISO_8859_1), null);
    }

    private static byte[] decoded(String way, String letters) {
        if (way.equalsIgnoreCase("B")) {
            String known = letters.replaceAll("[^A-Za-z0-9+/]", "");
            return Base64.getDecoder().decode(known.length() % 4 == 1 ? known.substring(1) : known);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == '='
                    && i + 2 < letters.length()
                    && letters.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(letters.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(letter == '_' ? ' ' : letter);
            }
        }
        return bytes.toByteArray();
    }
}
