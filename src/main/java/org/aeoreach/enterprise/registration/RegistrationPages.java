package org.aeoreach.enterprise.registration;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.enterprise.duplicate.Candidate;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** Entering an enterprise, and asking first whether its number is registered. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RegistrationPages {

    @Inject
    private EnterEnterprise entering;

    @Inject
    private Whereabouts whereabouts;

    @Inject
    private FactChoices choices;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("enterprises/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel form() {
        return page(Form.of(NewEnterprise.class), List.of());
    }

    @POST
    @Path("enterprises/new")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.CODE, body = 16384, audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewEnterprise.class).explained(this::page).run(wanted -> {
            long id = entering.enter(wanted).id();
            return forms.done("/desk/enterprises/" + id, "enterprise.done.entered");
        });
    }

    private JteModel page(Form form, List<?> about) {
        Page page = pages.titled("enterprise.enter.title");
        List<Candidate> candidates = about.stream()
                .filter(Candidate.class::isInstance)
                .map(Candidate.class::cast)
                .toList();
        return new StaticTemplates().enterpriseEnter(page, choices.entering(page, form), candidates);
    }

    @GET
    @Path("enterprises/registered")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel asking() {
        return askingPage(Form.of(Whereabouts.Wanted.class), null);
    }

    /** Asked by a form, so that the number stands in no address. */
    @POST
    @Path("enterprises/registered")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.CODE, body = 4096, audited = true)
    public Response ask(Form form) {
        return forms.submit(form, Whereabouts.Wanted.class)
                .again(failed -> askingPage(failed, null))
                .run(wanted -> Response.ok(askingPage(
                                Form.of(Whereabouts.Wanted.class).with("code", wanted.code()),
                                whereabouts.look(wanted)))
                        .build());
    }

    private JteModel askingPage(Form form, Whereabouts.@Nullable Answer answer) {
        Page page = pages.titled("enterprise.registered.title");
        return new StaticTemplates()
                .enterpriseRegistered(
                        page, form, answer, RequestContext.current().path());
    }
}
