package org.aeoreach.web.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes of a name that came with a file one that is harmless on every system and shows what it is. */
final class FileName {

    private static final int LONGEST = 120;
    // Controls, what turns the direction of writing round or cannot be seen, and what some system forbids in names.
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029<>:\"|?*\\\\/]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FileName() {}

    /** The last part of the name in NFC, with the ending of the type. */
    static String clean(String given, FileType type) {
        String name = Normalizer.normalize(decoded(given), Normalizer.Form.NFC).replace('\\', '/');
        name = FORBIDDEN.matcher(name.substring(name.lastIndexOf('/') + 1)).replaceAll("");
        String ending = "." + type.extension();
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith(ending);
        String stem = ends ? name.substring(0, name.length() - ending.length()) : name;
        stem = stem.replaceAll("^[\\s.]+|[\\s.]+$", "");
        stem = stem.codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return (stem.isEmpty() || DEVICE.matcher(stem).matches() ? "file" + stem : stem) + ending;
    }

    /** Browsers send UTF-8; a reader that took each byte for a character is corrected. */
    static String decoded(String given) {
        if (given.chars().anyMatch(each -> each > 0xff)) {
            return given;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(given.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notEncoded) {
            return given;
        }
    }
}
