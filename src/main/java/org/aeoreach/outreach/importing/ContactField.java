package org.aeoreach.outreach.importing;

import java.util.List;
import org.aeoreach.importing.cell.FileField;

/** What a column of a file can hold of a contact. */
enum ContactField implements FileField {
    /** Rows that share it are one contact. */
    REFERENCE(80),
    DAY(40),
    TIME(20),
    /** The customs code or the unified social credit code. */
    ENTERPRISE_CODE(40),
    ENTERPRISE_NAME(300),
    CHANNEL(60),
    DIRECTION(60),
    STRENGTH(60),
    /** Whose contact it was; without it, of the unit that imports. */
    UNIT(120),
    OFFICERS(600),
    PERSONS(600),
    PEOPLE(500),
    SUBJECTS(4000),
    SAID(4000),
    AGREED(2000),
    HEARD_ON(1000),
    HEARD_SEVERITY(60),
    SHARED(20),
    /** People nobody can name: such rows are told where they belong. */
    AUDIENCE(40);

    static final List<ContactField> ALL = List.of(values());

    private final int longest;

    ContactField(int longest) {
        this.longest = longest;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public String labelKey() {
        return "contactimport.field." + name();
    }

    /** Whether its text may have several lines. */
    boolean lines() {
        return this == SAID || this == AGREED || this == HEARD_ON;
    }
}
