package org.aeoreach.enterprise.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Trading partners by ISO 3166-1 alpha-2, their names, and reading what people type for them. */
public final class Economies {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> ZH =
            Map.of("HK", "中国香港", "MO", "中国澳门", "TW", "中国台湾", "KR", "韩国", "KP", "朝鲜");
    private static final Map<String, String> EN =
            Map.of("HK", "Hong Kong, China", "MO", "Macao, China", "TW", "Taiwan, China", "KR", "Republic of Korea");
    private static final Map<String, String> BY_NAME = byName();

    private Economies() {}

    /** The name of a code; the code itself when there is none. */
    public static String name(String code, Language language) {
        String own = (language == Language.ZH ? ZH : EN).get(code);
        if (own != null) {
            return own;
        }
        return CODES.contains(code) ? new Locale("", code).getDisplayCountry(language.locale()) : code;
    }

    /** Names as one text that {@link #parse} reads again. */
    public static String names(Collection<String> codes, Language language) {
        return codes.stream()
                .map(code -> name(code, language).replaceAll("[,，]\\s*", " "))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    }

    /**
     * Codes of what was typed: codes or names in either language, parted by commas, semicolons or line breaks.
     *
     * @throws Problem 400 at the field, with the word that names no economy
     */
    public static List<String> parse(String field, @Nullable Collection<String> typed) {
        Set<String> codes = new LinkedHashSet<>();
        for (String text : typed == null ? List.<String>of() : typed) {
            for (String word : text.split("[,，、;；\\n]")) {
                if (!word.isBlank()) {
                    codes.add(code(field, word.strip()));
                }
            }
        }
        return new ArrayList<>(codes);
    }

    private static String code(String field, String word) {
        String code =
                CODES.contains(word.toUpperCase(Locale.ROOT)) ? word.toUpperCase(Locale.ROOT) : BY_NAME.get(key(word));
        if (code == null) {
            throw Problem.invalid(field, "enterprise.invalid.economy", word);
        }
        return code;
    }

    private static Map<String, String> byName() {
        Map<String, String> all = new HashMap<>();
        for (String code : CODES) {
            for (Language language : Language.values()) {
                all.put(key(new Locale("", code).getDisplayCountry(language.locale())), code);
                all.put(key(name(code, language)), code);
            }
        }
        all.put(key("台湾"), "TW");
        all.put(key("香港"), "HK");
        all.put(key("澳门"), "MO");
        return all;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s,，]", "");
    }
}
