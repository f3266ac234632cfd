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
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;

/** The mailboxes people write to: how each was last reached, a new one, one that is no longer read. */
@Path("/desk/mail/mailboxes")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MailboxPages {

    private static final String HERE = "/desk/mail/mailboxes";

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private MailboxList list;

    @Inject
    private UnitPickers units;

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
        return lists.answer(shown, new StaticTemplates().mailMailboxes(pages.titled("mail.mailboxes.title"), shown));
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
    @Path("new")
    @Access(roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR})
    public JteModel entering() {
        return page(Form.of(NewMailbox.class));
    }

    private JteModel page(Form form) {
        return new StaticTemplates()
                .mailNewmailbox(pages.titled("mail.mailboxes.new"), form.options("unitId", units.options(Reach.MINE)));
    }

    @POST
    @Path("new")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewMailbox.class).again(this::page).run(wanted -> {
            mailboxes.add(wanted);
            return forms.done(HERE, "mail.done.mailbox-added");
        });
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public JteModel mailbox(@PathParam("id") long id) {
        MailboxView mailbox = mailboxes.get(id);
        return new StaticTemplates().mailMailbox(pages.page(mailbox.address()), mailbox);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/on")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response on(@PathParam("id") long id) {
        mailboxes.turn(id, true);
        return forms.done(HERE + "/" + id, "mail.done.mailbox-on");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/off")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response off(@PathParam("id") long id) {
        mailboxes.turn(id, false);
        return forms.done(HERE + "/" + id, "mail.done.mailbox-off");
    }
}
