package org.aeoreach.outreach.importing;

import java.util.Map;
import org.aeoreach.importing.cell.Vocabulary;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * What rows are read against. Small, and read once for each import.
 *
 * @param vocabulary the words of short lists in both languages and as codes
 * @param labels what their codes are called in the reader's language
 * @param ownUnit the unit that imports
 */
record ContactWords(
        Vocabulary vocabulary,
        Map<ContactField, Map<String, String>> labels,
        Units units,
        PastOfficers officers,
        long ownUnit,
        Language language) {

    String label(ContactField field, String code) {
        return labels.getOrDefault(field, Map.of()).getOrDefault(code, code);
    }

    String pick(String zh, @Nullable String en) {
        return language.pick(zh, en);
    }
}
