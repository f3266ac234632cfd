package org.aeoreach.training.session;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.aeoreach.platform.Language;

/** From when to when a session lasts, by the clock at its place. */
public final class SessionTime {

    private static final Map<Language, String> FROM =
            Map.of(Language.ZH, "y年M月d日（EEE）HH:mm", Language.EN, "EEE, MMM d, y, HH:mm");

    private static final String CHINA = "Asia/Shanghai";
    private static final Map<Language, String> CHINA_TIME = Map.of(Language.ZH, "北京时间", Language.EN, "Beijing time");

    private SessionTime() {}

    /** What the clock of a zone is called: by its usual name in China, elsewhere as the zone is registered. */
    public static String zone(String zone, Language language) {
        return zone.equals(CHINA) ? CHINA_TIME.getOrDefault(language, zone) : zone;
    }

    /** With the day of its end only where that is another one. */
    public static String of(Instant starts, Instant ends, String zone, Language language) {
        ZonedDateTime from = starts.atZone(ZoneId.of(zone));
        ZonedDateTime until = ends.atZone(ZoneId.of(zone));
        DateTimeFormatter full = DateTimeFormatter.ofPattern(FROM.getOrDefault(language, ""), language.locale());
        boolean sameDay = from.toLocalDate().equals(until.toLocalDate());
        return full.format(from) + "–"
                + (sameDay ? DateTimeFormatter.ofPattern("HH:mm", language.locale()) : full).format(until);
    }
}
