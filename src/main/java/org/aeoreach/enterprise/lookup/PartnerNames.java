package org.aeoreach.enterprise.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.search.Reach;

/** Partner organisations as they are found; units below the one that keeps them find them where they may see them. */
@ApplicationScoped
public class PartnerNames extends NamedRecords {

    public static final String KIND = "partner";

    public PartnerNames() {
        super(KIND, "partner", Reach.UNIT_AND_BELOW);
    }
}
