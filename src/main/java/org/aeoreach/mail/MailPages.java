package org.aeoreach.mail;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.ContentPolicy;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.jspecify.annotations.Nullable;

/** What became of the mail the system wrote, and, in a demo installation, what stands in it. */
@Path("/desk/mail")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MailPages {

    @Inject
    private Mails mails;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR})
    public JteModel list(@QueryParam("status") @Nullable String status, @BeanParam Paging paging) {
        MailStatus wanted = MailStatus.named(status);
        return new StaticTemplates()
                .mailList(
                        pages.titled("mail.list.title"),
                        wanted,
                        mails.list(wanted, paging.afterId(Long.MAX_VALUE), paging.limit()));
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public Response mail(@PathParam("id") long id) {
        MailView mail = mails.get(id);
        return Response.ok(new StaticTemplates().mailMail(pages.page(mail.subject()), mail, Pauses.MOST_ATTEMPTS))
                .header(ContentPolicy.HEADER, ContentPolicy.WITH_FRAMES)
                .build();
    }

    /** The HTML part alone, for the frame. It can load nothing, run nothing and send nothing. */
    @GET
    @Path("{id: [0-9]{1,18}}/body")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public Response body(@PathParam("id") long id) {
        return Response.ok(mails.html(id), "text/html;charset=UTF-8")
                .header(ContentPolicy.HEADER, ContentPolicy.FOREIGN)
                .build();
    }

    @POST
    @Path("{id: [0-9]{1,18}}/retry")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response retry(@PathParam("id") long id) {
        mails.sendAgain(id);
        return Response.status(303).location(URI.create("/desk/mail/" + id)).build();
    }
}
