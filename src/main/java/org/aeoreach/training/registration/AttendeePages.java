package org.aeoreach.training.registration;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.field.SessionFields;
import org.aeoreach.training.offer.DelegateType;
import org.aeoreach.training.offer.DelegateTypes;
import org.aeoreach.training.session.TrainingReader;
import org.aeoreach.training.session.TrainingView;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.picker.EnterprisePicker;
import org.aeoreach.web.picker.EnterprisePickers;
import org.jspecify.annotations.Nullable;

/** Who comes, for officers: the list of a session, one registration and what is done with it, a new one. */
@Path("/desk/trainings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AttendeePages {

    private static final String ONE = "registrations/{registration: [0-9]{1,18}}";
    private static final String HOME = "/desk/trainings/registrations/";

    @Inject
    private Registrations registrations;

    @Inject
    private RegistrationList list;

    @Inject
    private TrainingReader trainings;

    @Inject
    private DelegateTypes types;

    @Inject
    private SessionFields fields;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The form; the enterprise is typed and found, see {@link EnterprisePickers}. */
    public record Typed(
            @Size(max = 200) String enterpriseText,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 254) String mail,
            @Nullable @Size(max = 60) String phone,
            @NotNull Language language,
            @Nullable Long delegateType,
            @Nullable @Size(max = 100) Map<String, String> answers) {

        Attendee attendee() {
            return new Attendee(name, mail, phone, null, language, delegateType, answers);
        }
    }

    /** Why, where a reason is told. */
    public record Why(@Nullable @Size(max = 1000) String reason) {}

    @GET
    @Path("registrations")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        if (address.getQueryParameters().getFirst("session") == null) {
            return Response.seeOther(URI.create("/desk/trainings")).build();
        }
        TrainingView training = training(address);
        List<DelegateType> delegates = types.of(training.id());
        ListPage shown = lists.show(delegates.isEmpty() ? list : list.delegates(), address);
        Page plain = pages.titled("session.registrations");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        return lists.answer(shown, new StaticTemplates().trainingRegistrationList(page, training, delegates, shown));
    }

    @GET
    @Path("registrations/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        boolean plain = types.of(training(address).id()).isEmpty();
        return lists.export(plain ? list : list.delegates(), address);
    }

    private TrainingView training(UriInfo address) {
        String session = address.getQueryParameters().getFirst("session");
        if (session == null || !session.matches("[0-9]{1,18}")) {
            throw Problem.invalid("session", "web.invalid.number");
        }
        return trainings.get(Long.parseLong(session));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/registrations/new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel entering(@PathParam("id") long id) {
        return form(id, Form.of(Typed.class).with("language", Language.ZH));
    }

    private JteModel form(long id, Form form) {
        TrainingView training = trainings.get(id);
        Page page = pages.titled("session.register");
        EnterprisePicker picker = pickers.of(form.requiring("enterprise"), "enterprise");
        Form offered = form.options("language", Option.of(page, "session.letters.", Language.values()))
                .options("delegateType", types.options(id, page));
        return new StaticTemplates().trainingRegistrationForm(page, training, offered, picker, fields.of(id));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/registrations/new")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 65_536, audited = true)
    public Response enter(@PathParam("id") long id, Form form) {
        trainings.get(id);
        return forms.submit(form, Typed.class).again(failed -> form(id, failed)).run(typed -> {
            long enterprise = pickers.resolve(EnterprisePickers.typed(form, "enterprise"))
                    .orElseThrow(() -> Problem.invalid("enterpriseText", "component.invalid.no-enterprise"))
                    .id();
            RegistrationView made = registrations.register(id, enterprise, typed.attendee());
            return forms.done(HOME + made.id(), made.done());
        });
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("registration") long id) {
        return page(registrations.get(id), Form.of(Why.class));
    }

    private JteModel page(RegistrationView registration, Form why) {
        TrainingView training = trainings.get(registration.session());
        return new StaticTemplates()
                .trainingRegistrationOne(pages.page(registration.name()), registration, training, why);
    }

    @POST
    @Path(ONE + "/approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response approve(@PathParam("registration") long id) {
        return done(registrations.act(id, Deed.APPROVE, null), "session.done.approved");
    }

    @POST
    @Path(ONE + "/refusal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response refuse(@PathParam("registration") long id, Form form) {
        return act(id, form, Deed.REFUSE, "session.done.refused");
    }

    @POST
    @Path(ONE + "/cancellation")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response cancel(@PathParam("registration") long id, Form form) {
        return act(id, form, Deed.CANCEL, "session.done.cancelled");
    }

    @POST
    @Path(ONE + "/acceptance")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response accept(@PathParam("registration") long id) {
        return done(registrations.act(id, Deed.ACCEPT, null), "session.done.accepted");
    }

    private Response act(long id, Form form, Deed deed, String key) {
        return forms.submit(form, Why.class)
                .again(failed -> page(registrations.get(id), failed))
                .run(why -> done(registrations.act(id, deed, why.reason()), key));
    }

    private Response done(RegistrationView registration, String key) {
        return forms.done(HOME + registration.id(), key);
    }
}
