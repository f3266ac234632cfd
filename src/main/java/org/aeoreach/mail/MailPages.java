package org.aeoreach.mail;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.ContentPolicy;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** What became of the mail the system wrote, and, in a demo installation, what stands in it. */
@Path("/desk/mail")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MailPages {

    @Inject
    private Mails mails;

    @Inject
    private MailList list;

    @Inject
    private Lists lists;

    @Inject
    private Pages pages;

    @GET
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().mailList(pages.titled("mail.list.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            limit = Limit.EXPORT,
            audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
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
