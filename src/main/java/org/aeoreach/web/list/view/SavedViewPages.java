package org.aeoreach.web.list.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.ProblemAnswer;
import org.aeoreach.web.list.ListSpec;
import org.aeoreach.web.list.Listings;

/** Keeps what a list shows under a name. Each leads back to the list. */
@Path("/desk/views")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SavedViewPages {

    @Inject
    private SavedViews views;

    @Inject
    private Listings listings;

    @Inject
    private Pages pages;

    @Inject
    private ProblemAnswer problems;

    @POST
    @Access(value = Access.Who.OFFICERS, body = 16384, audited = true)
    public Response add(@BeanParam ViewForm form) {
        ListSpec spec = listings.find(form.list()).orElseThrow(Problem::notFound);
        try {
            form.check();
            SavedView view = views.add(spec.key(), content(spec, form));
            if (form.standard()) {
                views.begin(view.id(), true);
            }
            return to(spec, view.id());
        } catch (Problem problem) {
            return returned(spec, form, "/desk/views", problem);
        }
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN, body = 16384, audited = true)
    public Response change(@PathParam("id") long id, @BeanParam ViewForm form) {
        ListSpec spec = spec(views.get(id));
        try {
            form.check();
            views.change(id, form.version(), content(spec, form));
            return to(spec, id);
        } catch (Problem problem) {
            return returned(spec, form, "/desk/views/" + id, problem);
        }
    }

    @POST
    @Path("{id: [0-9]{1,18}}/deletion")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response delete(@PathParam("id") long id, @FormParam("version") long version) {
        return to(spec(views.delete(id, version)), 0);
    }

    /** The view the list begins with; one that is shared may be chosen, too. */
    @POST
    @Path("{id: [0-9]{1,18}}/beginning")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response begin(@PathParam("id") long id, @FormParam("with") boolean with) {
        return to(spec(views.begin(id, with)), id);
    }

    private SavedViews.Content content(ListSpec spec, ViewForm form) {
        return new SavedViews.Content(form.name(), listings.canonical(spec, form.query()), form.shared());
    }

    private ListSpec spec(SavedView view) {
        return listings.find(view.list()).orElseThrow(Problem::notFound);
    }

    private static Response to(ListSpec spec, long view) {
        return Response.status(303)
                .location(URI.create(spec.path() + "?view=" + (view == 0 ? "all" : view)))
                .build();
    }

    private Response returned(ListSpec spec, ViewForm form, String action, Problem problem) {
        if (problem.errors().isEmpty()) {
            throw problem;
        }
        List<ProblemAnswer.Field> errors =
                problems.body(problem, RequestContext.current().language()).errors();
        String query = listings.canonical(spec, form.query());
        var page = new ViewForm.Returned(
                form,
                action,
                spec.path() + (query.isEmpty() ? "?view=all" : "?" + query),
                spec.title(),
                errors == null ? List.of() : errors);
        return Response.status(400)
                .entity(new StaticTemplates().webListviewform(pages.titled("list.view.save"), page))
                .build();
    }
}
