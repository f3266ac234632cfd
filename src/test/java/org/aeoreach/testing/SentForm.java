package org.aeoreach.testing;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page as a browser without script reads it: the fields it would send when its first button is pressed. */
public final class SentForm {
    private static final Pattern FIELD = Pattern.compile(
            "<input([^>]*)>|<textarea([^>]*)>([^<]*)</textarea>|<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option([^>]*)>");

    private final String action;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private SentForm(String action, String html) {
        this.action = action;
        Matcher matcher = FIELD.matcher(html);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                input(matcher.group(1));
            } else if (matcher.group(2) != null) {
                add(matcher.group(2), matcher.group(3).replaceFirst("^\n", ""));
            } else {
                selected(matcher.group(4), matcher.group(5));
            }
        }
    }

    /** The form with this action on a page. */
    public static SentForm on(String page, String action) {
        int start = page.indexOf(" action=\"" + action + "\"");
        if (start < 0) {
            throw new AssertionError("no form to " + action);
        }
        return new SentForm(action, page.substring(start, page.indexOf("</form>", start)));
    }

    private void input(String tag) {
        String type = attribute(tag, "type");
        boolean box = "checkbox".equals(type) || "radio".equals(type);
        if (List.of("file", "submit", "button").contains(type) || box && !tag.matches("(?s).*\\schecked(\\s.*|=.*|)")) {
            return;
        }
        String value = attribute(tag, "value");
        add(tag, box && value.isEmpty() ? "on" : value);
    }

    /** Without a choice a browser sends the first option, but of a list of several none. */
    private void selected(String tag, String options) {
        List<String> all = new ArrayList<>();
        boolean chosen = false;
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            all.add(attribute(option.group(1), "value"));
            if (option.group(1).matches("(?s).*\\sselected(\\s.*|=.*|)")) {
                add(tag, attribute(option.group(1), "value"));
                chosen = true;
            }
        }
        if (!chosen && !all.isEmpty() && !tag.matches("(?s).*\\smultiple(\\s.*|=.*|)")) {
            add(tag, all.get(0));
        }
    }

    private void add(String tag, String value) {
        String name = attribute(tag, "name");
        if (!name.isEmpty()) {
            fields.computeIfAbsent(name, key -> new ArrayList<>()).add(plain(value));
        }
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("(?s)\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String plain(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** What a field would send; empty when it sends nothing. */
    public String value(String field) {
        return fields.getOrDefault(field, List.of("")).get(0);
    }

    /** Types something. */
    public SentForm with(String field, String value) {
        fields.put(field, new ArrayList<>(List.of(value)));
        return this;
    }

    /** The same for a button that sends it elsewhere. */
    public SentForm to(String other) {
        SentForm form = new SentForm(other, "");
        form.fields.putAll(fields);
        return form;
    }

    /** Presses its button. */
    public HttpResponse<String> by(Caller caller) {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return caller.send("POST", action, body, "Content-Type", "application/x-www-form-urlencoded");
    }
}
