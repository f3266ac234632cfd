package org.aeoreach.mail.inbound;

import static org.aeoreach.scope.Role.AUDITOR;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

import gg.jte.models.runtime.JteModel;
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
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.ContentPolicy;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Mail that came in: what became of each, and what waits for a person. */
@Path("/desk/mail/inbound")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class InboundPages {

    private static final String HERE = "/desk/mail/inbound";

    @Inject
    private InboundMails mails;

    @Inject
    private InboundList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().mailInbound(pages.titled("mail.inbound.title"), shown));
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
    public JteModel mail(@PathParam("id") long id) {
        InboundView mail = mails.get(id);
        String subject = mail.subject();
        Page page =
                subject == null || subject.isBlank() ? pages.titled("mail.inbound.no-subject") : pages.page(subject);
        return new StaticTemplates().mailInboundone(page, mail, mails.text(id));
    }

    /** The mail as it came, as a download. */
    @GET
    @Path("{id: [0-9]{1,18}}/source")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE,
            audited = true)
    public Response source(@PathParam("id") long id) {
        return Response.ok(mails.source(id), MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"mail-" + id + ".eml\"")
                .header(ContentPolicy.HEADER, ContentPolicy.FOREIGN)
                .build();
    }

    @POST
    @Path("{id: [0-9]{1,18}}/again")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response again(@PathParam("id") long id) {
        mails.again(id);
        return forms.done(HERE + "/" + id, "mail.done.inbound-again");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/close")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response close(@PathParam("id") long id) {
        mails.close(id);
        return forms.done(HERE + "/" + id, "mail.done.inbound-closed");
    }
}
