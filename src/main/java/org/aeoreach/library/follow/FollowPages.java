package org.aeoreach.library.follow;

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
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Following, and what somebody follows. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class FollowPages {
    private static final String MINE = "/portal/library/followed";

    @Inject
    private Follows follows;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("library/followed")
    @Access(Access.Who.SIGNED_IN)
    public JteModel followed() {
        return new StaticTemplates().libraryFollowed(pages.titled("library.follow.title"), follows.mine());
    }

    /** Begins, changes or ends it; {@code back=document} leads to the document, else to what is followed. */
    @POST
    @Path("library/followed")
    @Access(value = Access.Who.SIGNED_IN, body = 4096, audited = true)
    public Response follow(Form form) {
        return forms.submit(form, Following.class).run(wanted -> {
            follows.set(wanted);
            String back = form.value("back").equals("document") ? DocumentAddress.of(wanted.target()) : MINE;
            return forms.done(back, wanted.cadence() == null ? "library.done.unfollowed" : "library.done.followed");
        });
    }
}
