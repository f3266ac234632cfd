package org.aeoreach.enterprise.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;

/** Why rows were refused, in words. */
@ApplicationScoped
class Reasons {

    @Inject
    private Messages messages;

    String text(Language language, String reason, List<String> arguments) {
        Object[] words = arguments.stream()
                .map(argument -> ImportField.of(argument)
                        .map(field -> messages.text(language, field.labelKey()))
                        .orElse(argument))
                .toArray();
        return messages.text(language, Refusal.KEYS + reason, words);
    }
}
