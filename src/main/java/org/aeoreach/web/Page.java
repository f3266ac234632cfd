package org.aeoreach.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a template knows of its page: the reader's language, who he is, where he is.
 *
 * @param path path of the request, to mark the place in the navigation
 * @param place address to come back to
 * @param unit name of the unit the viewer acts in, or null
 */
public record Page(
        String title,
        Language language,
        @Nullable Viewer viewer,
        String path,
        @Nullable String query,
        String place,
        boolean demo,
        @Nullable String unit,
        Preferences preferences,
        Messages messages) {

    // By the clock of 24 hours in both languages; the short form of Java says 上午 and PM.
    private static final Map<Language, String> MINUTE =
            Map.of(Language.ZH, "y年M月d日 HH:mm", Language.EN, "MMM d, y, HH:mm");

    /** The same page in another language: what is printed for somebody is in his. */
    public Page in(Language other) {
        return new Page(title, other, viewer, path, query, place, demo, unit, preferences, messages);
    }

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

    /** The reader's time zone; Shanghai's for who is not signed in. */
    public ZoneId zone() {
        return viewer == null ? Time.ZONE : viewer.settings().timeZone();
    }

    /** Date and time to the minute, in the reader's time zone and way of writing. */
    public String at(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern(MINUTE.getOrDefault(language, ""), language.locale())
                        .withZone(zone())
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

    /** The time of day to the minute, in the reader's time zone. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", language.locale())
                .withZone(zone())
                .format(instant);
    }

    /** A number in the reader's way of writing; empty for none. */
    public String number(@Nullable Number number) {
        return number == null
                ? ""
                : java.text.NumberFormat.getInstance(language.locale()).format(number);
    }

    /** Where the reader is now, to return to after choosing a language or a role. */
    public String here() {
        return place;
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

    /** Whether this page belongs to the officers' face; what an officer reads of the portal does not. */
    public boolean desk() {
        return officer() && !within("/portal");
    }

    public boolean officer() {
        return viewer != null && viewer.role().isOfficer();
    }
}
