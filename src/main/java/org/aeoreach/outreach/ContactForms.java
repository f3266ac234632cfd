package org.aeoreach.outreach;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aeoreach.outreach.task.Owners;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterpriseChoices;
import org.aeoreach.web.picker.EnterprisePicker;
import org.aeoreach.web.picker.EnterprisePickers;
import org.aeoreach.web.picker.PickerField;
import org.jspecify.annotations.Nullable;

/** The page on which a contact is written down or corrected. */
@ApplicationScoped
public class ContactForms {

    private static final int SUGGESTED = 6;

    @Inject
    private Touchpoints touchpoints;

    @Inject
    private Counterparts counterparts;

    @Inject
    private Subjects subjects;

    @Inject
    private Owners owners;

    @Inject
    private EnterpriseChoices enterprises;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Pages pages;

    /**
     * What the page shows beside the form.
     *
     * @param corrected number of the touchpoint that is corrected, or null for a new one
     * @param draft key under which the browser keeps a draft; empty where it keeps none
     * @param suggested that the subjects offered are those of the last contacts
     */
    public record Shown(
            Form form,
            EnterprisePicker picker,
            List<EnterpriseChoice> chosen,
            @Nullable Long corrected,
            String draft,
            boolean suggested) {}

    /** A form without anything in it. */
    public static Form blank() {
        return Form.of(ContactForm.class);
    }

    /** The form filled with what stands there. */
    public static Form of(TouchpointView view) {
        TouchpointView.Words words = Objects.requireNonNull(view.words());
        Contact.Heard heard = words.heard();
        return blank().with("enterprises", ids(view, true))
                .with("partners", ids(view, false))
                .with("day", view.day())
                .with("time", view.time())
                .with("channel", view.channel())
                .with("direction", view.direction())
                .with("strength", view.strength())
                .with("subjects", values(words.subjects(), false))
                .with("about", values(words.subjects(), true))
                .with("said", words.said())
                .with("agreed", words.agreed())
                .with(
                        "officers",
                        words.officers().stream()
                                .map(TouchpointView.Officer::id)
                                .toList())
                .with(
                        "persons",
                        words.persons().stream().map(TouchpointView.Person::id).toList())
                .with("people", words.people())
                .with("heard", heard != null)
                .with("heardOn", heard == null ? null : heard.on())
                .with("severity", heard == null ? null : heard.severity())
                .with("shared", words.shared())
                .with("told", words.told())
                .version(view.version());
    }

    /** Those that are chosen from the known things, or those that are ticked. */
    private static List<String> values(List<Topic> topics, boolean known) {
        return topics.stream()
                .filter(topic -> known == topic.isKnown())
                .map(Topic::value)
                .toList();
    }

    private static List<Long> ids(TouchpointView view, boolean enterprise) {
        return view.parties().stream()
                .filter(party -> party.enterprise() == enterprise)
                .map(TouchpointView.Party::id)
                .toList();
    }

    /** The page. @param corrected number of the touchpoint, or null for a new one */
    public JteModel page(Form form, @Nullable Long corrected) {
        Page page = pages.titled(corrected == null ? "outreach.touchpoint.new" : "outreach.correction.title");
        List<EnterpriseChoice> chosen = chosen(form);
        List<Topic> last = touchpoints.lastSubjects(SUGGESTED);
        Form complete = options(form, page)
                .options("subjects", subjects(form, last, page))
                .options("about", subjects.options(page, subject -> subject.topic()
                        .value()))
                .options("persons", counterparts.persons(ids(chosen), page))
                .options("partners", counterparts.partners(page));
        complete = corrected == null ? complete : standing(complete, touchpoints.own(corrected), page);
        String draft = corrected == null ? "contact:" + viewer.require().accountId() : "";
        var shown = new Shown(complete, picker(form), chosen, corrected, draft, !last.isEmpty());
        return new StaticTemplates().outreachContactform(page, shown);
    }

    /**
     * The form with the enterprise that was typed among those chosen, for the next one to be typed; when it is not clear
     * which was meant, as it was, and the page asks.
     */
    Form added(Form sent) {
        Form form = blank().with("back", sent.value("back"));
        for (RecordComponent field : ContactForm.class.getRecordComponents()) {
            form = form.with(field.getName(), sent.values(field.getName()));
        }
        var typed = EnterprisePickers.typed(sent, "enterprise");
        try {
            Optional<EnterpriseChoice> found = pickers.resolve(typed);
            Set<String> all = new LinkedHashSet<>(sent.values("enterprises"));
            found.ifPresent(one -> all.add(Long.toString(one.id())));
            return form.with("enterprises", all).with("enterpriseText", "");
        } catch (Problem unclear) {
            return form;
        }
    }

    /** Neither required nor optional: it is filled once for each enterprise, or not at all when partners are named. */
    private EnterprisePicker picker(Form form) {
        EnterprisePicker picker = pickers.of(form, "enterprise");
        return new EnterprisePicker(
                picker.field().need(PickerField.Need.UNSAID), picker.text(), picker.id(), picker.matches());
    }

    /** The contact a form tells of. @throws Problem 400 at the field */
    public Contact contact(Form form, ContactForm fields) {
        Set<Long> all = new LinkedHashSet<>(fields.enterprises());
        pickers.resolve(EnterprisePickers.typed(form, "enterprise")).ifPresent(found -> all.add(found.id()));
        return fields.contact(all);
    }

    private Form options(Form form, Page page) {
        List<Option> officers = owners.options(page);
        return form.options("channel", Option.of(page, "outreach.channel.", Channel.values()))
                .options("direction", Option.of(page, "outreach.direction.", Direction.values()))
                .options("strength", Option.of(page, "outreach.strength.", Strength.values()))
                .options("subjectKind", Option.of(page, "outreach.subject-kind.", SubjectKind.values()))
                .options("severity", Option.of(page, "outreach.severity.", Severity.values()))
                .options("officers", officers)
                .options("taskOwner", officers);
    }

    /** Those that are ticked, then the last ones. */
    private List<Option> subjects(Form form, List<Topic> last, Page page) {
        Set<Topic> all = new LinkedHashSet<>();
        form.values("subjects").forEach(value -> Topic.of(value).ifPresent(all::add));
        all.addAll(last);
        Subjects.Titles titles = subjects.titles();
        List<Option> options = new ArrayList<>();
        for (Topic topic : all) {
            String kind = page.t("outreach.subject-kind." + topic.kind());
            options.add(new Option(topic.value(), page.t("outreach.subject.of", titles.of(topic, page), kind)));
        }
        return options;
    }

    /** Who stands there already can be ticked, though he has left meanwhile and would not be offered any more. */
    private static Form standing(Form form, TouchpointView view, Page page) {
        TouchpointView.Words words = Objects.requireNonNull(view.words());
        String noted = page.t("outreach.form.noted");
        Stream<Option> officers = words.officers().stream().map(officer -> standing(officer, page));
        Stream<Option> persons = words.persons().stream()
                .map(one -> new Option(Long.toString(one.id()), page.pick(one.nameZh(), one.nameEn()), noted));
        Stream<Option> partners = view.parties().stream()
                .filter(party -> !party.enterprise())
                .map(party -> new Option(Long.toString(party.id()), page.pick(party.nameZh(), party.nameEn()), noted));
        return form.requiring("reason")
                .options("officers", with(form.options("officers"), officers))
                .options("persons", with(form.options("persons"), persons))
                .options("partners", with(form.options("partners"), partners));
    }

    private static Option standing(TouchpointView.Officer officer, Page page) {
        String name = officer.nameZh() == null
                ? page.t("outreach.officer-elsewhere")
                : page.pick(officer.nameZh(), officer.nameEn());
        return new Option(Long.toString(officer.id()), name, page.pick(officer.unitZh(), officer.unitEn()));
    }

    private static List<Option> with(List<Option> offered, Stream<Option> standing) {
        Map<String, Option> all = new LinkedHashMap<>();
        offered.forEach(option -> all.putIfAbsent(option.value(), option));
        standing.forEach(option -> all.putIfAbsent(option.value(), option));
        return List.copyOf(all.values());
    }

    private List<EnterpriseChoice> chosen(Form form) {
        return form.values("enterprises").stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .distinct()
                .limit(Contact.MOST)
                .flatMap(id -> enterprises.find(Long.parseLong(id)).stream())
                .toList();
    }

    private static List<Long> ids(List<EnterpriseChoice> chosen) {
        return chosen.stream().map(EnterpriseChoice::id).toList();
    }
}
