package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import org.aeoreach.importing.ImportListing;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listing;

/** The list of imports of contacts of the viewer's unit and below. */
@ApplicationScoped
class ContactImportList implements Listing {

    private final ListSpec spec = ImportListing.of("contact-imports", ContactImports.NAMES, ContactImports.FIGURES);

    @Override
    public ListSpec spec() {
        return spec;
    }
}
