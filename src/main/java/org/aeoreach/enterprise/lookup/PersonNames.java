package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.search.Reach;

/** Contact persons as they are found: by name only; neither mail nor telephone stands in the index. */
@ApplicationScoped
public class PersonNames extends NamedRecords {

    public static final String KIND = "person";

    public PersonNames() {
        super(KIND, "contact_person", Reach.UNIT);
    }
}
