package org.aeoreach.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a template knows of its page: the reader's language, who he is, where he is.
 *
 * @param path path of the request, to mark the place in the navigation and to come back to
 */
public record Page(
        String title,
        Language language,
        @Nullable Viewer viewer,
        String path,
        @Nullable String query,
        boolean demo,
        Preferences preferences,
        Messages messages) {

    /** The message of this key in the reader's language. */
    public String t(String key, @Nullable Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** The message of this key, or the other text when there is none. */
    public String tOr(String key, String otherwise) {
        String text = messages.find(language, key);
        return text == null ? otherwise : text;
    }

    /** The name in the reader's language; the Chinese one where the English is missing. */
    public String pick(String zh, @Nullable String en) {
        return language.pick(zh, en);
    }

    /** Date and time in Shanghai, to the minute, in the reader's way of writing. */
    public String at(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .withZone(Time.ZONE)
                        .format(instant);
    }

    public String on(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(language.locale())
                        .format(date);
    }

    /** What is said once on this page, or null. */
    public @Nullable String toast() {
        String key = preferences.toast();
        return key == null ? null : messages.find(language, key);
    }

    /** Where the reader is now, to return to after choosing a language or a role. */
    public String here() {
        return query == null ? path : path + "?" + query;
    }

    public String hereEncoded() {
        return URLEncoder.encode(here(), StandardCharsets.UTF_8);
    }

    public boolean within(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    public boolean is(Role... roles) {
        for (Role role : roles) {
            if (viewer != null && viewer.role() == role) {
                return true;
            }
        }
        return false;
    }

    public boolean officer() {
        return viewer != null && viewer.role().isOfficer();
    }
}
