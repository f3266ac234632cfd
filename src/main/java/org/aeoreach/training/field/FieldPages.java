package org.aeoreach.training.field;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.session.SessionTabs;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingStatus;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Tab;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** What people are asked when they register, for officers: the questions of a session, a new one, one of them. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/fields")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class FieldPages {

    private static final String ONE = "{field: [0-9]{1,18}}";
    private static final int BODY = 32_768;

    @Inject
    private SessionFields fields;

    @Inject
    private TrainingReader trainings;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The questions of a session. @param writable whether the viewer may change them */
    public record Asked(TrainingView training, List<Tab> tabs, List<AskedField> fields, boolean writable) {}

    /** One of them. @param field null for a new one */
    public record Written(TrainingView training, @Nullable AskedField field, Form form) {}

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel list(@PathParam("id") long id) {
        TrainingView training = trainings.get(id);
        Page plain = pages.titled("field.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        boolean open = training.status() == TrainingStatus.DRAFT || training.status() == TrainingStatus.PUBLISHED;
        boolean writable = open
                && training.own()
                && page.viewer() != null
                && page.viewer().role().reachesOut();
        return new StaticTemplates()
                .trainingFieldList(
                        page, new Asked(training, tabs.of(training, FieldTab.NAME), fields.of(id), writable));
    }

    @GET
    @Path("new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel entering(@PathParam("id") long id) {
        return page(id, null, Form.of(NewField.class).with("answerKind", FieldKind.TEXT));
    }

    private JteModel page(long id, @Nullable AskedField field, Form form) {
        TrainingView training = trainings.own(id);
        Page page = pages.titled(field == null ? "field.new" : "field.change");
        Form offered = form.options("answerKind", Option.of(page, "field.kind.", FieldKind.values()))
                .options("shownWhen", conditions(page, id, field));
        return new StaticTemplates().trainingFieldForm(page, new Written(training, field, offered));
    }

    /** Each answer that may decide, under its question. */
    private List<Option> conditions(Page page, long id, @Nullable AskedField but) {
        return fields.of(id).stream()
                .filter(each -> each.kind().decides() && (but == null || each.id() != but.id()))
                .flatMap(each -> each.options(page).stream()
                        .map(answer -> new Option(
                                each.id() + "=" + answer.value(),
                                answer.label(),
                                page.pick(each.labelZh(), each.labelEn()))))
                .toList();
    }

    @POST
    @Path("new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response enter(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewField.class)
                .again(failed -> page(id, null, failed))
                .run(wanted -> {
                    fields.add(id, wanted);
                    return done(id, "field.done.added");
                });
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id, @PathParam("field") long field) {
        AskedField asked = fields.own(id, field);
        return page(id, asked, filled(asked));
    }

    @POST
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response change(@PathParam("id") long id, @PathParam("field") long field, Form form) {
        return forms.submit(form, NewField.class)
                .again(failed -> page(id, fields.own(id, field), failed))
                .current(() -> filled(fields.own(id, field)))
                .run(wanted -> {
                    fields.change(id, field, form.version(), wanted);
                    return done(id, "field.done.changed");
                });
    }

    @POST
    @Path(ONE + "/ending")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response end(@PathParam("id") long id, @PathParam("field") long field, Form form) {
        fields.end(id, field, form.version());
        return done(id, "field.done.ended");
    }

    private static Form filled(AskedField field) {
        return Form.of(NewField.class)
                .with("questionZh", field.labelZh())
                .with("questionEn", field.labelEn())
                .with("answerKind", field.kind())
                .with(
                        "choiceZh",
                        field.choices().stream().map(AskedField.FieldChoice::zh).collect(Collectors.joining("\n")))
                .with("choiceEn", english(field))
                .with("needed", field.required())
                .with("shownWhen", field.shownIf() == null ? null : field.shownIf() + "=" + field.shownValue())
                .with("place", field.position())
                .version(field.version());
    }

    private static String english(AskedField field) {
        return field.choices().stream()
                .map(each -> each.en() == null ? "" : each.en())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Response done(long id, String key) {
        return forms.done("/desk/trainings/" + id + "/fields", key);
    }
}
