package org.aeoreach.enquiry.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aeoreach.enquiry.answer.Passages;
import org.aeoreach.enquiry.desk.Colleagues;
import org.aeoreach.enquiry.template.TemplateView;
import org.aeoreach.enquiry.template.Templates;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Puts the page of a deed for many together. */
@ApplicationScoped
class BatchSheets {

    private static final String HOME = "/desk/enquiries";
    // All that were ticked in the list, whatever is ticked on the page.
    private static final String SHOWN = "shown";
    private static final String TICKED = "id";
    private static final String CHOSEN = "chosen";

    @Inject
    private Batches batches;

    @Inject
    private Templates templates;

    @Inject
    private Passages passages;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Pages pages;

    /** The form as the list or a button of the page sent it, with the template it asks for. */
    @Transactional
    public Form begun(Form sent) {
        Form form = sent.has("deed") ? sent : sent.with("deed", sent.value("action"));
        TemplateView template = form.value("fill").isEmpty() ? null : template(form.value("templateId"));
        return template == null
                ? form
                : form.with("bodyZh", joined(form.value("bodyZh"), template.bodyZh()))
                        .with("bodyEn", joined(form.value("bodyEn"), template.bodyEn()));
    }

    private @Nullable TemplateView template(String number) {
        return templates.all().stream()
                .filter(each -> number.equals(Long.toString(each.id())))
                .findFirst()
                .orElse(null);
    }

    private static String joined(String typed, @Nullable String text) {
        return text == null ? typed : typed.isBlank() ? text : typed.stripTrailing() + "\n\n" + text;
    }

    /** @param stopped what turned out to stand against some of them */
    @Transactional
    public BatchSheet of(Form form, List<?> stopped) {
        Deed deed = deed(form);
        Set<Long> ids = ids(form);
        Map<Long, Choice> against = new HashMap<>();
        stopped.forEach(each -> against.put(((Choice) each).id(), (Choice) each));
        Map<String, Long> seen = seen(form);
        List<Choice> choices = batches.look(deed, ids).stream()
                .map(each -> against.containsKey(each.id())
                        ? against.get(each.id())
                        : each.seenAs(seen.getOrDefault(Long.toString(each.id()), each.version())))
                .sorted(Choice.DOABLE_FIRST)
                .toList();
        boolean answering = deed == Deed.ANSWER;
        Form complete = ticked(form, choices)
                .with("deed", deed)
                .options(
                        "officerId",
                        deed == Deed.ASSIGN ? colleagues.options(batches.desk(ids), pages.page("")) : List.of());
        return new BatchSheet(
                deed,
                complete,
                choices,
                ids.size() - choices.size(),
                answering ? templates.all() : List.of(),
                answering ? offer(form, choices) : Passages.Offer.NOTHING,
                back(form));
    }

    private Passages.Offer offer(Form form, List<Choice> choices) {
        boolean english = choices.stream().allMatch(each -> each.language().equals("en"));
        return passages.offer(form.value("find"), english ? Language.EN : Language.ZH, form.values("citations"));
    }

    /** Ticks what can be done when the page is shown first, then what the reader left ticked and nothing stands against. */
    private static Form ticked(Form form, List<Choice> choices) {
        Set<String> left = Set.copyOf(form.values(CHOSEN));
        return form.with(
                        CHOSEN,
                        choices.stream()
                                .filter(each -> each.obstacle() == null)
                                .map(Choice::ticket)
                                .filter(ticket -> !form.has(SHOWN) || left.contains(ticket))
                                .toList())
                .with(SHOWN, choices.stream().map(Choice::id).toList());
    }

    /** Which version the reader saw of each. */
    private static Map<String, Long> seen(Form form) {
        Map<String, Long> seen = new HashMap<>();
        form.values(CHOSEN).stream()
                .filter(ticket -> ticket.matches("[0-9]{1,18}-[0-9]{1,18}"))
                .map(ticket -> ticket.split("-", 2))
                .forEach(parts -> seen.put(parts[0], Long.valueOf(parts[1])));
        return seen;
    }

    private static Deed deed(Form form) {
        for (Deed deed : Deed.values()) {
            if (form.value("deed").equals(deed.name())) {
                return deed;
            }
        }
        throw new Problem(400, "web.problem.malformed-request");
    }

    private static Set<Long> ids(Form form) {
        Set<Long> ids = new LinkedHashSet<>();
        form.values(form.has(SHOWN) ? SHOWN : TICKED).stream()
                .filter(each -> each.matches("[0-9]{1,18}"))
                .forEach(each -> ids.add(Long.valueOf(each)));
        return ids;
    }

    /** The list the reader came from. */
    static String back(Form form) {
        String wanted = form.value("list");
        return wanted.startsWith(HOME + "?") && wanted.matches("[!-~&&[^\\\\]]+") ? wanted : HOME;
    }
}
