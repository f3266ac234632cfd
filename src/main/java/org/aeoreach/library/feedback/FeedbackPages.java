package org.aeoreach.library.feedback;

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
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.library.DocumentView;
import org.aeoreach.library.Documents;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** "Was this helpful?" below a document, and why not. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class FeedbackPages {
    private static final String ONE = "library/documents/{code: [A-Za-z0-9._:-]{1,120}}/feedback";

    @Inject
    private Helpful helpful;

    @Inject
    private Documents documents;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path(ONE)
    @Access(Access.Who.ANYONE)
    public JteModel ask(@PathParam("code") String code) {
        return page(code, Form.of(Helpful.Said.class));
    }

    private JteModel page(String code, Form form) {
        DocumentView document = documents.get(code);
        Page page = pages.titled("library.feedback.title");
        Form shown = form.requiring("reason")
                .options("reason", Option.of(page, "library.feedback.reason.", Reason.values()));
        return new StaticTemplates().libraryFeedback(page, document, shown);
    }

    @POST
    @Path(ONE)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 16384)
    public Response say(@PathParam("code") String code, Form form) {
        Language language = RequestContext.current().language();
        return forms.submit(form, Helpful.Said.class)
                .again(failed -> page(code, failed))
                .run(said -> {
                    helpful.say(code, language, said);
                    return forms.done(DocumentAddress.of(code), "library.done.feedback");
                });
    }
}
