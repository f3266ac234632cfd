package org.aeoreach.mail.inbound;

import java.util.regex.Pattern;
import org.aeoreach.platform.Language;

/**
 * The language a text is written in. The names of Chinese documents and titles that an English sentence quotes, and the
 * abbreviations in a Chinese one, say nothing of it.
 *
 * @param mixed whether there are words of the other language too
 */
record Wording(Language language, boolean mixed) {

    private static final Pattern NAME = Pattern.compile("《[^《》]{0,100}》|\\p{IsHan}{0,20}\\d{4}年第\\d{1,4}号");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z])[A-Z]*[a-z][A-Za-z']*");
    private static final Pattern SENTENCE_ZH = Pattern.compile("[的了吗呢请问我您你们如何怎是否有在和与要能可需么]");
    private static final Pattern SENTENCE_EN = Pattern.compile(
            "(?i)(?<![A-Za-z])(?:the|an?|of|to|is|are|do|does|what|which|when|how|why|who|can|could|we|you|i|our|your|my|us|for|in|on|and|or"
                    + "|with|please|by|if|this|that|be|have|has|not|it|from|as)(?![A-Za-z])");

    /** By the words sentences are made of, and where there are none by how many there are of each. */
    static Wording of(String text) {
        String words = NAME.matcher(text).replaceAll(" ");
        long han = count(HAN, words);
        long latin = count(WORD, words);
        long zh = count(SENTENCE_ZH, words);
        long en = count(SENTENCE_EN, words);
        boolean quoted = HAN.matcher(text).find();
        boolean chinese = latin == 0 ? quoted : zh == en ? han >= latin : zh > en;
        return new Wording(chinese ? Language.ZH : Language.EN, chinese ? latin > 0 : quoted);
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
