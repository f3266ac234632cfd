package org.aeoreach.training.registration;

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
import java.util.Optional;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.field.AskedField;
import org.aeoreach.training.field.SessionFields;
import org.aeoreach.training.offer.OfferView;
import org.aeoreach.training.offer.Offers;
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

/** An officer's own part in a session for officers: coming, accepting a seat, giving it up. */
@Path("/desk/trainings/{id: [0-9]{1,18}}/self")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SelfPages {

    @Inject
    private Registrations registrations;

    @Inject
    private RegistrationSteps steps;

    @Inject
    private SelfAddress addresses;

    @Inject
    private SessionFields fields;

    @Inject
    private TrainingReader trainings;

    @Inject
    private Offers offers;

    @Inject
    private SessionTabs tabs;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /**
     * What the page shows.
     *
     * @param offer null as long as it is not out
     * @param mine the viewer's registration, or null
     * @param steps ways on from it
     */
    public record Part(
            TrainingView training,
            @Nullable OfferView offer,
            List<Tab> tabs,
            @Nullable RegistrationView mine,
            List<TicketStep.Step> steps,
            List<AskedField> fields,
            Form form) {}

    @GET
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        Form form = Form.of(Myself.class)
                .with("mail", addresses.mine())
                .with("language", RequestContext.current().language());
        return page(training(id), form);
    }

    private TrainingView training(long id) {
        TrainingView training = trainings.get(id);
        if (!training.forOfficers()) {
            throw Problem.notFound();
        }
        return training;
    }

    private JteModel page(TrainingView training, Form form) {
        Page plain = pages.titled("session.title");
        Page page = pages.page(plain.pick(training.titleZh(), training.titleEn()));
        Form offered = form.options("language", Option.of(page, "session.letters.", Language.values()));
        Optional<RegistrationView> mine = registrations.myOwn(training.id());
        return new StaticTemplates()
                .trainingRegistrationSelf(
                        page,
                        new Part(
                                training,
                                training.status() == TrainingStatus.DRAFT ? null : offers.any(training.id()),
                                tabs.of(training, SelfTab.NAME),
                                mine.orElse(null),
                                mine.map(steps::of).orElse(List.of()),
                                fields.asked(training.id()),
                                offered));
    }

    @POST
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 32_768, audited = true)
    public Response register(@PathParam("id") long id, Form form) {
        TrainingView training = training(id);
        return forms.submit(form, Myself.class)
                .again(failed -> page(training, failed))
                .run(how -> done(id, registrations.registerMyself(id, how).done()));
    }

    @POST
    @Path("acceptance")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response accept(@PathParam("id") long id) {
        registrations.act(mine(id), Deed.ACCEPT, null);
        return done(id, "session.done.accepted");
    }

    @POST
    @Path("cancellation")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response cancel(@PathParam("id") long id) {
        registrations.act(mine(id), Deed.CANCEL, null);
        return done(id, "session.done.cancelled");
    }

    private long mine(long id) {
        return registrations
                .myOwn(training(id).id())
                .orElseThrow(Problem::notFound)
                .id();
    }

    private Response done(long id, String key) {
        return forms.done("/desk/trainings/" + id + "/self", key);
    }
}
