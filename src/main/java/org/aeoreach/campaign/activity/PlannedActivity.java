package org.aeoreach.campaign.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.scope.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * A room in which activities of plans are carried out, or which does something else on days within campaigns, such as
 * sending mailings. Its days stand in the calendar beside those of campaigns and plans; one that carries out a planned
 * activity stands there in its place.
 */
public interface PlannedActivity {

    /**
     * Its days in a stretch. Called within the viewer's transaction, so that row-level security applies: rows his unit and
     * those below hold, and those that concern his unit.
     *
     * @param to the day after the last
     */
    List<Days> between(LocalDate from, LocalDate to, Viewer viewer);

    /**
     * Something on one day or several in a row. Names of enterprises must not stand in it: calendars are read outside.
     *
     * @param key names it for good among all days of all rooms, such as {@code session-12}
     * @param label message key of what it is
     * @param planned number of the planned activity it carries out, or null
     * @param orgPath path of the unit that holds it
     * @param mine whether it waits for the viewer or is held by him
     * @param href address of its page
     * @param version grows with each change
     */
    record Days(
            String key,
            String label,
            long campaign,
            @Nullable Long planned,
            Bilingual title,
            @Nullable String place,
            Bilingual unit,
            String orgPath,
            LocalDate first,
            LocalDate last,
            Standing standing,
            boolean mine,
            String href,
            long version,
            Instant changedAt) {}
}
