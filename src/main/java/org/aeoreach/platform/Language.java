package org.aeoreach.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the product; Chinese comes first. */
public enum Language {
    ZH("zh", Locale.SIMPLIFIED_CHINESE),
    EN("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** Two letters: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** The value of an HTML {@code lang} attribute. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** The language of this two-letter code, or null. */
    public static @Nullable Language of(@Nullable String code) {
        return "zh".equals(code) ? ZH : "en".equals(code) ? EN : null;
    }

    /** Picks the text in this language; the other one where it is missing. */
    public String pick(String zh, @Nullable String en) {
        return this == EN && en != null && !en.isBlank() ? en : zh;
    }

    /** The first language of an {@code Accept-Language} header that the product speaks; Chinese by default. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.length() > 500) {
            return ZH;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> of(range.getRange().split("-", 2)[0]))
                    .filter(language -> language != null)
                    .findFirst()
                    .orElse(ZH);
        } catch (IllegalArgumentException malformed) {
            return ZH;
        }
    }
}
