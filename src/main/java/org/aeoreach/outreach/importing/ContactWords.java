package org.aeoreach.outreach.importing;

import org.aeoreach.importing.cell.Vocabulary;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * What rows are read against. Small, and read once for each import.
 *
 * @param vocabulary the words of short lists
 * @param ownUnit the unit that imports
 */
record ContactWords(Vocabulary vocabulary, Units units, PastOfficers officers, long ownUnit, Language language) {

    String label(ContactField field, String code) {
        return vocabulary.label(field, code);
    }

    String pick(String zh, @Nullable String en) {
        return language.pick(zh, en);
    }
}
