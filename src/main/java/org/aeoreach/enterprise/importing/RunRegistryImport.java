package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.RunImport;

/** Imports enterprises. */
@ApplicationScoped
public class RunRegistryImport extends RunImport {

    @Inject
    private RegistryImports kind;

    @Override
    protected ImportKind kind() {
        return kind;
    }
}
