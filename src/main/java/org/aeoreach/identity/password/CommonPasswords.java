package org.aeoreach.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Passwords that are guessed first: common ones, names of this system and of the person, rows of keys, and these with a
 * little added. What is left of a password once such pieces are taken away must be something of its own.
 */
@ApplicationScoped
class CommonPasswords {

    private static final int LEAST_OWN = 5;
    private static final int LEAST_PIECE = 4;
    private static final int MOST_PIECES = 2;
    private static final List<String> ROWS = List.of(
            "01234567890",
            "09876543210",
            "abcdefghijklmnopqrstuvwxyz",
            "zyxwvutsrqponmlkjihgfedcba",
            "qwertyuiop",
            "poiuytrewq",
            "asdfghjkl",
            "lkjhgfdsa",
            "zxcvbnm",
            "mnbvcxz",
            "1qaz2wsx3edc4rfv",
            "!@#$%^&*()");
    private static final List<String> OURS =
            List.of("aeoreach", "aeo", "reach", "haiguan", "customs", "zongshu", "gacc", "admin", "password", "china");

    private final List<String> common = read();

    private static List<String> read() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream("/reference/common-passwords.txt")) {
            if (file == null) {
                throw new IllegalStateException("Missing common-passwords.txt");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return longestFirst(reader.lines().filter(line -> line.length() >= LEAST_PIECE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param context names of the person, his login, his unit */
    boolean contains(String password, List<String> context) {
        String plain = plain(password);
        List<String> names = longestFirst(Stream.concat(
                OURS.stream(),
                context.stream()
                        .flatMap(name -> Stream.of(name.split("[^\\p{L}\\p{Nd}]+")))
                        .map(CommonPasswords::plain)
                        .filter(name -> name.codePointCount(0, name.length()) >= (hasHan(name) ? 2 : LEAST_PIECE))));
        String rest = without(names, plain, Integer.MAX_VALUE);
        rest = withoutRows(rest.replaceAll("(.)\\1{2,}", ""));
        rest = without(common, rest, MOST_PIECES);
        // Years and the marks people put behind a word count for nothing.
        String own = rest.replaceAll("(19|20)[0-9]{2}", "").replaceAll("[^\\p{L}\\p{Nd}]", "");
        return own.codePoints().distinct().count() < LEAST_OWN;
    }

    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** Small letters, and the letters that figures and signs are put for. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static String without(List<String> pieces, String text, int most) {
        String rest = text;
        int found = 0;
        for (String piece : pieces) {
            if (found < most && rest.contains(piece)) {
                rest = rest.replace(piece, " ");
                found++;
            }
        }
        return rest;
    }

    /** Takes away parts of rows of keys or of the alphabet, four characters and longer. */
    private static String withoutRows(String text) {
        String rest = text;
        for (String row : ROWS) {
            for (int length = row.length(); length >= LEAST_PIECE; length--) {
                for (int from = 0; from + length <= row.length(); from++) {
                    rest = rest.replace(row.substring(from, from + length), " ");
                }
            }
        }
        return rest;
    }

    private static List<String> longestFirst(Stream<String> words) {
        return words.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
