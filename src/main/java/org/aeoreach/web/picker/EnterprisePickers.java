package org.aeoreach.web.picker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Makes fields in which an enterprise is chosen, and finds out which one was meant. */
@ApplicationScoped
public class EnterprisePickers {

    static final int MOST = 20;

    @Inject
    private EnterpriseChoices choices;

    @Inject
    private Messages messages;

    /** A field in which an enterprise is chosen already, or none. */
    public EnterprisePicker field(PickerField field, @Nullable Long id) {
        Optional<EnterpriseChoice> chosen = id == null ? Optional.empty() : choices.find(id);
        return chosen.map(found -> new EnterprisePicker(field, name(found), found.id(), List.of()))
                .orElseGet(() -> EnterprisePicker.empty(field));
    }

    /**
     * The enterprise meant: the one picked from the matches, the one whose name still stands in the field, or the only
     * one the typed text finds and stands in. Empty when nothing was typed.
     *
     * @throws Problem 400 at the field when the text finds none or several; {@link #again} shows these
     */
    public Optional<EnterpriseChoice> resolve(EnterprisePicker.Typed typed) {
        String text = text(typed);
        Optional<EnterpriseChoice> picked = byId(typed.choice());
        if (picked.isPresent() || text.isEmpty()) {
            return picked;
        }
        Optional<EnterpriseChoice> kept = byId(typed.id()).filter(found -> found.named(text));
        if (kept.isPresent()) {
            return kept;
        }
        List<EnterpriseChoice> found = choices.search(text, MOST);
        List<EnterpriseChoice> exact =
                found.stream().filter(each -> each.named(text)).toList();
        List<EnterpriseChoice> meant = exact.isEmpty() ? found : exact;
        // A single guess is offered, not taken for what was meant.
        if (meant.size() != 1 || !meant.get(0).shows(text)) {
            throw Problem.invalid(typed.name() + "Text", unclear(meant));
        }
        return Optional.of(meant.get(0));
    }

    private String unclear(List<EnterpriseChoice> meant) {
        if (!meant.isEmpty()) {
            return "component.invalid.which-enterprise";
        }
        return choices.notice().isEmpty() ? "component.invalid.no-enterprise" : "component.invalid.not-found-yet";
    }

    /** The field of a form, as it was typed; the form's command holds the text as {@code <name>Text}. */
    public EnterprisePicker of(Form form, String name) {
        return again(PickerField.of(form, name, name + "Text"), typed(form, name));
    }

    /** What a form sent for the field. */
    public static EnterprisePicker.Typed typed(Form form, String name) {
        return new EnterprisePicker.Typed(
                name, form.value(name), form.value(name + "Text"), form.value(name + "Choice"));
    }

    /** The field as it was typed, with what the text may mean. */
    public EnterprisePicker again(PickerField field, EnterprisePicker.Typed typed) {
        String text = text(typed);
        Optional<EnterpriseChoice> kept = byId(typed.id()).filter(found -> found.named(text));
        List<EnterpriseChoice> matches = kept.isPresent() || text.isEmpty() ? List.of() : choices.search(text, MOST);
        return new EnterprisePicker(field, text, kept.map(EnterpriseChoice::id).orElse(null), matches);
    }

    private Optional<EnterpriseChoice> byId(@Nullable String id) {
        return id == null || !id.matches("[0-9]{1,18}") ? Optional.empty() : choices.find(Long.parseLong(id));
    }

    private static String text(EnterprisePicker.Typed typed) {
        String text = typed.text();
        return text == null ? "" : text.strip();
    }

    private static String name(EnterpriseChoice choice) {
        return RequestContext.current().language().pick(choice.nameZh(), choice.nameEn());
    }

    /** How many matches there are, in words. */
    String count(int matches) {
        var language = RequestContext.current().language();
        return matches > MOST
                ? messages.text(language, "component.pick.many", MOST)
                : messages.text(language, matches == 1 ? "component.pick.one" : "component.pick.count", matches);
    }
}
