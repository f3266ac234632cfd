package org.aeoreach.enquiry.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/** What stands in braces in a template until it is used; its name may be written in either language. */
public enum Placeholder {
    NUMBER("咨询编号", "number"),
    SUBJECT("标题", "subject"),
    ASKER("咨询人", "asker"),
    ENTERPRISE("企业名称", "enterprise"),
    UNIT("机构名称", "unit"),
    OFFICER("经办人", "officer");

    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\n]{1,30})}");

    private final String zh;
    private final String en;

    Placeholder(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** As it is typed in a text of this language. */
    public String typed(Language language) {
        return "{" + language.pick(zh, en) + "}";
    }

    /** All of them, as they are typed in a text of this language. */
    public static String all(Language language) {
        return Arrays.stream(values()).map(each -> each.typed(language)).collect(Collectors.joining(" "));
    }

    private static Optional<Placeholder> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.zh.equals(name) || each.en.equalsIgnoreCase(name))
                .findFirst();
    }

    private static List<String> typed(@Nullable String text, boolean known) {
        return text == null
                ? List.of()
                : BRACES.matcher(text)
                        .results()
                        .filter(found -> named(found.group(1).strip()).isPresent() == known)
                        .map(found -> found.group())
                        .distinct()
                        .toList();
    }

    /** What stands in braces and is none of these. */
    static List<String> unknown(@Nullable String text) {
        return typed(text, false);
    }

    /** Those a text still has in it, as they stand there. */
    public static List<String> left(@Nullable String text) {
        return typed(text, true);
    }

    /** The text with what there is a value for. */
    static String fill(String text, Map<Placeholder, String> values) {
        return BRACES.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(named(found.group(1).strip())
                                .map(values::get)
                                .filter(value -> !value.isBlank())
                                .orElse(found.group())));
    }
}
