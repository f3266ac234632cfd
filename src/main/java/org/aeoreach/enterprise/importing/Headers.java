package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;

/** What a column is likely to hold, by what stands above it. */
@ApplicationScoped
class Headers {

    @Inject
    private Messages messages;

    /**
     * A field for each column, empty where none is likely; no field twice.
     *
     * @param remembered what columns of these names held the last time, for this source
     */
    List<String> fields(List<String> header, Map<String, String> remembered) {
        Map<String, ImportField> known = known();
        Set<String> used = new HashSet<>();
        List<String> fields = new ArrayList<>();
        for (String name : header) {
            ImportField likely = known.get(key(name));
            String field = remembered.getOrDefault(name, likely == null ? "" : likely.column());
            fields.add(field.isEmpty() || used.add(field) ? field : "");
        }
        return fields;
    }

    private Map<String, ImportField> known() {
        Map<String, ImportField> known = new HashMap<>();
        for (ImportField field : ImportField.values()) {
            known.put(key(field.column()), field);
            for (Language language : Language.values()) {
                known.put(key(messages.text(language, field.labelKey())), field);
                for (String alias : messages.text(language, "enterpriseimport.alias." + field.name())
                        .split("\\|")) {
                    known.putIfAbsent(key(alias), field);
                }
            }
        }
        return known;
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s_\\-()*:.]", "")
                .toLowerCase(Locale.ROOT);
    }
}
