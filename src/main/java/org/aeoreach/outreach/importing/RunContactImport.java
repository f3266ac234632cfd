package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.RunImport;

/** Imports past contacts. */
@ApplicationScoped
public class RunContactImport extends RunImport {

    @Inject
    private ContactImports kind;

    @Override
    protected ImportKind kind() {
        return kind;
    }
}
