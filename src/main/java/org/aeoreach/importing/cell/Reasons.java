package org.aeoreach.importing.cell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;

/** Why rows were refused, in words. */
@ApplicationScoped
public class Reasons {

    private static final String SHARED = "importing.reason.";

    @Inject
    private Messages messages;

    /**
     * The reason in a language.
     *
     * @param feature whose reasons are looked at before those all imports have
     * @param fields by whose columns arguments may be named
     */
    public String text(Language language, String feature, Collection<? extends FileField> fields, Refusal refusal) {
        Map<String, FileField> columns =
                fields.stream().collect(Collectors.toMap(FileField::column, Function.identity()));
        Object[] words = refusal.arguments().stream()
                .map(argument -> {
                    FileField field = columns.get(argument);
                    return field == null ? argument : messages.text(language, field.labelKey());
                })
                .toArray();
        String own = feature + ".reason." + refusal.reason();
        String key = messages.find(language, own) == null ? SHARED + refusal.reason() : own;
        return messages.text(language, key, words);
    }
}
