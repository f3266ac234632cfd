package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.importing.ImportListing;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;

/** The list of imports of the viewer's unit and below. */
@ApplicationScoped
class ImportList implements Listing {

    private final ListSpec spec = ImportListing.of("imports", RegistryImports.NAMES, RegistryImports.FIGURES);

    @Override
    public ListSpec spec() {
        return spec;
    }
}
