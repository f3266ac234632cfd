package org.aeoreach.training.presence;

import java.util.List;
import org.aeoreach.importing.cell.FileField;

/** What a column of a list of participants can hold. */
enum PresenceField implements FileField {
    NAME(200),
    MAIL(254),
    JOINED(60),
    LEFT(60),
    /** How long he was there. */
    DURATION(60);

    static final List<PresenceField> ALL = List.of(values());

    private final int longest;

    PresenceField(int longest) {
        this.longest = longest;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public String labelKey() {
        return "presence.field." + name();
    }
}
