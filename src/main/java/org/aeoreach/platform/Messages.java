package org.aeoreach.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Every string a person reads, in both languages, from {@code i18n/<feature>_{zh,en}.properties} (UTF-8). Keys begin
 * with the feature's name. Patterns are those of {@link MessageFormat}; a pattern without arguments is taken literally.
 */
@ApplicationScoped
public class Messages {

    /** The features that bring messages; a test holds this list against the files. */
    public static final List<String> FEATURES = List.of(
            "platform",
            "after",
            "certificate",
            "closing",
            "knowledge",
            "opinion",
            "web",
            "list",
            "job",
            "attendance",
            "audit",
            "ask",
            "mail",
            "organization",
            "outcome",
            "identity",
            "campaign",
            "checkin",
            "clock",
            "component",
            "conference",
            "content",
            "importing",
            "contactimport",
            "coverage",
            "desk",
            "assignment",
            "arrival",
            "course",
            "counting",
            "enquirymail",
            "enterprise",
            "enterpriseimport",
            "enquiry",
            "field",
            "library",
            "librarysearch",
            "lookup",
            "mailing",
            "duplicate",
            "registry",
            "outreach",
            "passing",
            "portfolio",
            "presence",
            "privacy",
            "publish",
            "observation",
            "recheck",
            "reminder",
            "segment",
            "planning",
            "session",
            "syllabus",
            "target",
            "transfer",
            "today",
            "trainer",
            "training",
            "trainingfeed",
            "venue",
            "worktime");

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    public Messages() {
        for (Language language : Language.values()) {
            Map<String, String> all = new HashMap<>();
            FEATURES.forEach(feature -> read("/i18n/" + feature + "_" + language.code() + ".properties", all));
            texts.put(language, all);
        }
    }

    /**
     * The text of a key; an argument that is {@link Bilingual} is told in that language. A missing key shows itself in
     * brackets: a test keeps that from happening.
     */
    public String text(Language language, String key, @Nullable Object... arguments) {
        String pattern = find(language, key);
        if (pattern == null) {
            return "[" + key + "]";
        }
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(named(language, arguments));
    }

    private static @Nullable Object[] named(Language language, @Nullable Object[] arguments) {
        @Nullable Object[] named = arguments.clone();
        for (int i = 0; i < named.length; i++) {
            if (named[i] instanceof Bilingual name) {
                named[i] = name.in(language);
            }
        }
        return named;
    }

    /** The text of a key, or null when there is none. */
    public @Nullable String find(Language language, String key) {
        return texts.getOrDefault(language, Map.of()).get(key);
    }

    /** What follows the prefix in the keys that begin with it, in order: the names there are of one sort of thing. */
    public List<String> named(String prefix) {
        return texts.getOrDefault(Language.ZH, Map.of()).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .sorted()
                .toList();
    }

    private static void read(String resource, Map<String, String> into) {
        InputStream file = Messages.class.getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException("Missing " + resource);
        }
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.stringPropertyNames().forEach(key -> into.put(key, properties.getProperty(key)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
