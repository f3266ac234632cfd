package org.aeoreach.identity.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Option;

/** The time zones of the IANA database: that of the customs first, then by continent. */
final class TimeZones {

    private static final String SHANGHAI = "Asia/Shanghai";
    private static final String PLACES = "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    private TimeZones() {}

    static List<Option> options(Page page) {
        Stream<Option> first = Stream.of(new Option(SHANGHAI, label(page, SHANGHAI)));
        Stream<Option> others = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.matches(PLACES) && !id.equals(SHANGHAI))
                .sorted(Comparator.naturalOrder())
                .map(id -> new Option(id, label(page, id), id.substring(0, id.indexOf('/'))));
        return Stream.concat(first, others).toList();
    }

    private static String label(Page page, String id) {
        ZoneId zone = ZoneId.of(id);
        ZoneOffset offset = zone.getRules().getStandardOffset(Instant.EPOCH.plusSeconds(1_790_000_000L));
        String name = zone.getDisplayName(TextStyle.FULL, page.language().locale());
        return id.replace('_', ' ') + " (UTC" + (offset.getTotalSeconds() == 0 ? "" : offset.getId()) + ", " + name
                + ")";
    }
}
