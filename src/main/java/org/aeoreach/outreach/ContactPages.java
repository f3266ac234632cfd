package org.aeoreach.outreach;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.aeoreach.platform.Time;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.LocalAddress;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** Writing a contact down, in under a minute. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ContactPages {

    @Inject
    private Touchpoints touchpoints;

    @Inject
    private ContactForms contacts;

    @Inject
    private Counterparts counterparts;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /**
     * @param enterprises those the contact was with, where that is known already
     * @param back the list the reader came from, to which he returns
     */
    @GET
    @Path("touchpoints/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel fresh(@QueryParam("enterprise") List<Long> enterprises, @QueryParam("back") @Nullable String back) {
        Form form = ContactForms.blank()
                .with("enterprises", enterprises)
                .with("day", Time.today(clock))
                .with("channel", Channel.VISIT)
                .with("direction", Direction.OUT)
                .with("back", back);
        return contacts.page(form, null);
    }

    /** The button that adds an enterprise shows the page again; what was typed stays. */
    @POST
    @Path("touchpoints")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536, audited = true)
    public Response record(Form form) {
        var submission = forms.submit(form, ContactForm.class).again(failed -> contacts.page(failed, null));
        if (form.has("add")) {
            return Response.ok(contacts.page(contacts.added(form), null)).build();
        }
        return submission.run(fields -> {
            TouchpointView made = touchpoints.record(contacts.contact(form, fields));
            String back = form.value("back");
            return forms.done(
                    back.startsWith("/desk/") ? LocalAddress.of(back).toString() : "/desk/touchpoints/" + made.id(),
                    "outreach.done.recorded");
        });
    }

    /** The contact persons of the enterprises chosen so far: a part of the page. */
    @GET
    @Path("touchpoints/persons")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.PICK)
    public JteModel persons(@QueryParam("enterprise") List<Long> enterprises) {
        Page page = pages.titled("outreach.field.persons");
        return new StaticTemplates()
                .outreachPersons(
                        page, ContactForms.blank().options("persons", counterparts.persons(enterprises, page)));
    }
}
