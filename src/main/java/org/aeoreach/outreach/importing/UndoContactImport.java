package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.UndoImport;

/** Undoes an import of past contacts. */
@ApplicationScoped
public class UndoContactImport extends UndoImport {

    @Inject
    private ContactImports kind;

    @Override
    protected ImportKind kind() {
        return kind;
    }
}
