package org.aeoreach.mail.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The head of a mail, read by hand so that no mail can make it costly: each field by its name in lower case, unfolded,
 * every character a byte.
 *
 * @param end where the body begins
 * @param large whether it was cut because no mail needs so large a head
 */
record Head(Map<String, List<String>> fields, int end, boolean large) {

    static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_FIELDS = 500;
    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,76})[ \\t]*:(.*)", Pattern.DOTALL);
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}@[^<>\\s]{1,250}>");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,190}");

    static Head of(byte[] raw) {
        int end = end(raw);
        boolean large = end > MOST_BYTES;
        String text = new String(raw, 0, Math.min(end, MOST_BYTES), StandardCharsets.ISO_8859_1);
        String[] lines = text.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n");
        Map<String, List<String>> fields = new TreeMap<>();
        Stream.of(lines)
                .limit(MOST_FIELDS)
                .map(FIELD::matcher)
                .filter(field -> field.matches())
                .forEach(field -> fields.computeIfAbsent(
                                field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(field.group(2).strip()));
        return new Head(fields, end, large || lines.length > MOST_FIELDS);
    }

    private static int end(byte[] raw) {
        for (int i = 0; i + 1 < raw.length; i++) {
            if (raw[i] == '\n'
                    && (raw[i + 1] == '\n' || (raw[i + 1] == '\r' && i + 2 < raw.length && raw[i + 2] == '\n'))) {
                return i + (raw[i + 1] == '\n' ? 2 : 3);
            }
        }
        return raw.length;
    }

    /** All values of a field in their order. */
    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first value, or an empty text. */
    String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** One line, decoded. */
    String text(String name) {
        return EncodedWords.text(first(name));
    }

    @Nullable
    String messageId() {
        return ids("message-id").stream().findFirst().orElse(null);
    }

    /** Message-IDs in a field, at most 50, the last ones of many. */
    List<String> ids(String name) {
        List<String> ids = all(name).stream()
                .flatMap(value -> MESSAGE_ID.matcher(value).results())
                .map(MatchResult::group)
                .toList();
        return ids.subList(Math.max(0, ids.size() - 50), ids.size());
    }

    /** Well-formed addresses in a field, in lower case, at most 100. */
    List<String> addresses(String name) {
        return all(name).stream()
                .flatMap(value -> ADDRESS.matcher(value).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .filter(MailAddress::isWellFormed)
                .limit(100)
                .toList();
    }

    /** What is the same whenever the same mail comes: its Message-ID and body, or without one all of it. */
    static byte[] contentKey(byte[] raw) {
        Head head = of(raw);
        MessageDigest digest = sha256();
        String id = head.messageId();
        if (id != null) {
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            digest.update(raw, head.end(), raw.length - head.end());
        } else {
            digest.update(raw);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
