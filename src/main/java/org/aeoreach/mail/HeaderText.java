package org.aeoreach.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aeoreach.platform.Problem;

/**
 * One line of words for a header or within a letter: a name, a subject, a date. It holds no control character and
 * nothing that ends a line or turns its direction. Chinese characters are all allowed, those too whose lower byte is
 * that of a line end (上 is U+4E0A): what reaches a header is {@link #encoded()}, ASCII throughout.
 */
public record HeaderText(String text) {

    /** Longest text, in characters. */
    public static final int MOST = 500;

    // Controls, unassigned and lone surrogates, line and paragraph separators; marks that reverse what follows.
    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 -]{1,60}");
    // So many bytes become 60 letters of Base64; with what stands around them fewer than the 75 of RFC 2047.
    private static final int BYTES = 45;

    public HeaderText {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("not one line of plain text");
        }
    }

    /** @throws Problem 400 naming the field when the text is too long or holds what may not be in a line */
    public static HeaderText of(String field, String text) {
        if (!isWellFormed(text)) {
            throw Problem.invalid(field, "mail.invalid.text", MOST);
        }
        return new HeaderText(text);
    }

    /** What somebody typed for another purpose: what may not be in a line is a blank, what is too long is cut. */
    public static HeaderText plain(String text) {
        String line = blanked(text);
        return new HeaderText(line.length() <= MOST ? line : blanked(line.substring(0, MOST)));
    }

    /** The same with several lines of any length, for {@link #lines}. */
    public static String plainLines(String text) {
        return text.lines().map(HeaderText::blanked).collect(Collectors.joining("\n"));
    }

    private static String blanked(String line) {
        return REFUSED.matcher(line).replaceAll(" ").strip();
    }

    private static boolean isWellFormed(String text) {
        return text.length() <= MOST && !REFUSED.matcher(text).find();
    }

    /**
     * Several lines of any length for the body of a letter; a tab, as texts from spreadsheets have it, is a blank there.
     *
     * @throws Problem 400 naming the field when one holds what may not be in a line
     */
    public static String lines(String field, String text) {
        String blanks = text.replace('\t', ' ');
        if (blanks.lines().anyMatch(line -> REFUSED.matcher(line).find())) {
            throw Problem.invalid(field, "mail.invalid.lines");
        }
        return blanks;
    }

    /**
     * As it stands in a header, by RFC 2047, folded. Everything but letters, digits, blanks and dashes is encoded, so a
     * text that looks like an encoded word already arrives as the text it is.
     */
    String encoded() {
        if (PLAIN.matcher(text).matches() || text.isEmpty()) {
            return text;
        }
        StringJoiner words = new StringJoiner("\r\n ");
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int letter : text.codePoints().toArray()) {
            int length = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > BYTES) {
                words.add(word(word));
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(letter);
            bytes += length;
        }
        return words.add(word(word)).toString();
    }

    private static String word(CharSequence part) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
