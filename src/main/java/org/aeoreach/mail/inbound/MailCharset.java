package org.aeoreach.mail.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes of mail into text. What a mail says of its encoding is tried first; when that is missing or wrong, the
 * bytes decide: UTF-8 is never met by chance, and what is left is most often Chinese in GB18030.
 */
final class MailCharset {

    private static final Charset CHINESE = Charset.forName("GB18030");
    // Programs name the older sets and write letters only the newest has.
    private static final Set<String> CHINESE_NAMES =
            Set.of("gb2312", "gbk", "gb18030", "gb_2312-80", "cp936", "ms936", "x-gbk", "windows-936", "euc-cn");
    private static final Set<String> SAYS_NOTHING =
            Set.of("", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "7bit", "8bit");

    private MailCharset() {}

    /** The text, with line ends of one character and without other controls but tabs. */
    static String text(byte[] bytes, @Nullable String declared) {
        Charset named = named(declared);
        List<Charset> tries = Stream.of(named, StandardCharsets.UTF_8, CHINESE)
                .filter(each -> each != null)
                .map(each -> (Charset) each)
                .toList();
        for (Charset each : tries) {
            try {
                return clean(each.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            } catch (CharacterCodingException notThis) {
                continue;
            }
        }
        return clean(lenient(bytes, named == null ? StandardCharsets.UTF_8 : named));
    }

    private static String lenient(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException replacedInstead) {
            throw new IllegalStateException(replacedInstead);
        }
    }

    private static @Nullable Charset named(@Nullable String declared) {
        String name =
                declared == null ? "" : declared.replaceAll("[\"'\\s]", "").toLowerCase(Locale.ROOT);
        if (SAYS_NOTHING.contains(name)) {
            return null;
        }
        if (CHINESE_NAMES.contains(name)) {
            return CHINESE;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|\\uFEFF", "")
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }
}
