package org.aeoreach.library.searching.desk;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.util.List;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.library.retrieval.Question;
import org.aeoreach.library.retrieval.Steering;
import org.aeoreach.library.searching.LibrarySearch;
import org.aeoreach.library.searching.steering.Steerings;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Documents that come first and words that mean the same, tried before they are kept. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class PinsDesk {

    private static final int SHOWN = 10;

    @Inject
    private LibrarySearch library;

    @Inject
    private Steerings steerings;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    @Inject
    private Clock clock;

    /** Words that mean the same, separated by commas. */
    public record Joined(@NotBlank @Size(max = 300) String same) {}

    @GET
    @Path("library/pins")
    @Access(roles = Role.GACC_OFFICER, limit = Limit.SEARCH)
    public JteModel show(@BeanParam PinsForm form) {
        return page(form.checked(), Form.of(Joined.class).with("same", form.same()));
    }

    private JteModel page(PinsForm form, Form joining) {
        Steering kept = steerings.now();
        Answer now = answer(form.q(), kept);
        Answer then = form.isChanging() ? answer(form.q(), form.with(kept)) : null;
        var view = new PinsView(form, form.pins(kept), now, then, steerings.pins(), steerings.same(), joining);
        return new StaticTemplates().libraryDeskPins(pages.titled("librarysearch.pins"), view);
    }

    private @org.jspecify.annotations.Nullable Answer answer(String q, Steering steering) {
        String language = RequestContext.current().language().code();
        return q.isBlank()
                ? null
                : library.answer(Question.of(q, language, Time.today(clock), SHOWN), steering)
                        .orElse(null);
    }

    @POST
    @Path("library/pins")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(roles = Role.GACC_OFFICER, body = 16384, audited = true)
    public Response pin(@FormParam("q") @DefaultValue("") String q, @FormParam("pin") List<String> pins) {
        steerings.pin(q, pins);
        return forms.done(
                UriBuilder.fromPath("/desk/library/pins")
                        .queryParam("q", "{q}")
                        .build(q)
                        .toString(),
                "librarysearch.done.pins");
    }

    @POST
    @Path("library/same")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(roles = Role.GACC_OFFICER, body = 16384, audited = true)
    public Response join(Form form) {
        return forms.submit(form, Joined.class)
                .again(failed -> page(new PinsForm(), failed))
                .run(joined -> {
                    steerings.join(joined.same());
                    return forms.done("/desk/library/pins", "librarysearch.done.same");
                });
    }

    @POST
    @Path("library/same/{id: [0-9]{1,18}}/removal")
    @Access(roles = Role.GACC_OFFICER, audited = true)
    public Response part(@PathParam("id") long id) {
        steerings.part(id);
        return forms.done("/desk/library/pins", "librarysearch.done.same-removed");
    }
}
