package org.aeoreach.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words that stand in a template itself instead of in the messages. */
final class TemplateText {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z]{2,}|[\\u3400-\\u9fff]");
    private static final Pattern HEAD = Pattern.compile("(?m)^\\s*@(import|param).*$|!\\{.*?}");
    // Examples of files and the names of their columns are the same in every language.
    private static final Pattern CODE =
            Pattern.compile("(?s)<pre[ >].*?</pre>|<kbd>[^<$]*</|<(dt|span|code) class=\"code\">[^<$]*</");
    private static final Pattern COMMENT = Pattern.compile("(?s)<%--.*?--%>|<!--.*?-->|<!DOCTYPE[^>]*>");
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\s(?:title|alt|placeholder|aria-label|data-label|label)=\"([^\"]*)\"");
    private static final Pattern KEYWORD = Pattern.compile("@(if|elseif|for|template[.\\w]*)\\s*$");
    private static final Pattern BARE_KEYWORD = Pattern.compile("@(else|endif|endfor|raw|endraw)(?![A-Za-z])");

    private TemplateText() {}

    /** The words found, in the order of the template. */
    static List<String> in(String template) {
        String plain = withoutExpressions(HEAD.matcher(
                        COMMENT.matcher(CODE.matcher(template).replaceAll("<")).replaceAll(""))
                .replaceAll(""));
        List<String> found = new ArrayList<>();
        Matcher attributes = READ_ATTRIBUTE.matcher(plain);
        while (attributes.find()) {
            collect(attributes.group(1), found);
        }
        collect(plain.replaceAll("(?s)<[^>]*>", " ").replaceAll("&[a-z]+;", " "), found);
        return found;
    }

    private static void collect(String text, List<String> found) {
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            found.add(words.group());
        }
    }

    /**
     * Leaves out {@code ${…}} and what stands in the parentheses of {@code @if} and {@code @template}; the content
     * blocks within these, {@code @`…`}, stay.
     */
    private static String withoutExpressions(String template) {
        StringBuilder plain = new StringBuilder();
        StringBuilder code = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (depth > 0 && c == '@' && template.startsWith("@`", i)) {
                int end = endOfBlock(template, i + 2);
                plain.append(' ')
                        .append(withoutExpressions(template.substring(i + 2, end)))
                        .append(' ');
                i = end;
            } else if (depth > 0) {
                depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
                code.append(c);
            } else if (opens(c, plain)) {
                depth = 1;
                cutKeyword(plain);
            } else {
                plain.append(c);
            }
        }
        return BARE_KEYWORD.matcher(plain).replaceAll(" ");
    }

    /** Blocks may stand within blocks. */
    private static int endOfBlock(String template, int start) {
        int depth = 1;
        for (int i = start; i < template.length(); i++) {
            if (template.charAt(i) == '`') {
                depth += template.charAt(i - 1) == '@' ? 1 : -1;
            }
            if (depth == 0) {
                return i;
            }
        }
        return template.length();
    }

    private static boolean opens(char c, StringBuilder before) {
        return (c == '{' && before.length() > 0 && before.charAt(before.length() - 1) == '$')
                || (c == '(' && KEYWORD.matcher(before).find());
    }

    private static void cutKeyword(StringBuilder plain) {
        Matcher keyword = KEYWORD.matcher(plain);
        plain.setLength(keyword.find() ? keyword.start() : plain.length() - 1);
    }
}
