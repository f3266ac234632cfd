package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.UndoImport;

/** Undoes an import of enterprises. */
@ApplicationScoped
public class UndoRegistryImport extends UndoImport {

    @Inject
    private RegistryImports kind;

    @Override
    protected ImportKind kind() {
        return kind;
    }
}
