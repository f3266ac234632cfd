package org.aeoreach.importing.cell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
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
public class Headers {

    @Inject
    private Messages messages;

    /**
     * A field for each column, empty where none is likely; no field twice.
     *
     * @param feature whose messages {@code <feature>.alias.<FIELD>} say what else people write above a column
     * @param remembered what columns of these names held the last time, for this source
     */
    public List<String> fields(
            String feature,
            Collection<? extends FileField> fields,
            List<String> header,
            Map<String, String> remembered) {
        Map<String, FileField> known = known(feature, fields);
        Set<String> used = new HashSet<>();
        List<String> held = new ArrayList<>();
        for (String name : header) {
            FileField likely = known.get(key(name));
            String field = remembered.getOrDefault(name, likely == null ? "" : likely.column());
            held.add(field.isEmpty() || used.add(field) ? field : "");
        }
        return held;
    }

    private Map<String, FileField> known(String feature, Collection<? extends FileField> fields) {
        Map<String, FileField> known = new HashMap<>();
        for (FileField field : fields) {
            known.put(key(field.column()), field);
            for (Language language : Language.values()) {
                known.put(key(messages.text(language, field.labelKey())), field);
                for (String alias : messages.text(language, feature + ".alias." + field.name())
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
