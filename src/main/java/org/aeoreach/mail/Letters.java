package org.aeoreach.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Messages;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Letter} into words. Its links lead to the configured address only, whoever asked under which host. */
@Dependent
class Letters {

    private final Messages messages;
    private final String baseUrl;

    @Inject
    Letters(Messages messages, Configuration configuration) {
        this(messages, configuration.baseUrl());
    }

    Letters(Messages messages, String baseUrl) {
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    /** @throws IllegalArgumentException when the parameters are not those the template declares */
    LetterText write(Letter letter) {
        return write(letter, null, answerable(letter));
    }

    /** The topic of letters of that template, or null where they are service messages. */
    @Nullable
    MailTopic topic(Letter letter) {
        return LetterTemplate.named(letter.template(), letter.language()).topic();
    }

    /** Whether letters of that template come from the address of their unit. */
    boolean ofUnit(Letter letter) {
        return LetterTemplate.named(letter.template(), letter.language()).ofUnit();
    }

    /** Whether its template says that replies are read, where the unit has a mailbox. */
    boolean answerable(Letter letter) {
        return LetterTemplate.named(letter.template(), letter.language()).answerable();
    }

    /**
     * @param link the secret part of the link to what its reader gets, for a letter with a topic
     * @param answered whether replies are read
     */
    LetterText write(Letter letter, @Nullable String link, boolean answered) {
        LetterTemplate template = LetterTemplate.named(letter.template(), letter.language());
        Map<String, String> values = new HashMap<>(letter.parameters());
        values.put(LetterTemplate.RECIPIENT, letter.recipientName().text());
        requireExactly(template.declared(), values.keySet());
        values.replaceAll((name, value) -> template.isLink(name)
                ? value.isEmpty() && template.mayLack(name) ? value : link(value)
                : template.isText(name)
                        ? HeaderText.lines(name, value)
                        : HeaderText.of(name, value).text());
        String subject = HeaderText.of("subject", template.subject(values)).text();
        return new LetterText(
                letter.language(),
                subject,
                template.lines(values),
                messages.text(letter.language(), answered ? "mail.closing.answerable" : "mail.closing"),
                baseUrl,
                template.topic(),
                link == null
                        ? null
                        : new LetterText.Choosing(
                                messages.text(letter.language(), "mail.choosing"), link(ChoicePaths.page(link))));
    }

    private static void requireExactly(Set<String> declared, Set<String> given) {
        if (!declared.equals(given)) {
            Set<String> either = new HashSet<>(declared);
            either.addAll(given);
            either.removeIf(name -> declared.contains(name) && given.contains(name));
            throw new IllegalArgumentException("Parameters missing or not declared: " + either);
        }
    }

    private String link(String path) {
        if (!path.matches("/[A-Za-z0-9._~/?&=%-]*") || path.startsWith("//")) {
            throw new IllegalArgumentException("A link is a path of ours");
        }
        return baseUrl + path;
    }
}
