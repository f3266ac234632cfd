package org.aeoreach.mail;

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
import jakarta.ws.rs.QueryParam;
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
import org.aeoreach.web.form.Confirmation;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
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
    private MailList list;

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

    @GET
    @Path("{id: [0-9]{1,18}}/repetition")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel confirmRepetition(@PathParam("id") long id, @QueryParam("back") @Nullable String back) {
        MailView mail = mails.get(id);
        Page page = pages.titled("mail.repeat");
        String sent = mail.sentAt() == null ? "" : page.at(mail.sentAt());
        String question = page.t("mail.repeat-question", mail.subject(), mail.recipientName(), mail.recipient(), sent);
        String where = back(id, back == null ? "" : back);
        Form form = Form.empty().with("back", where);
        return new StaticTemplates()
                .webFormConfirm(
                        page,
                        new Confirmation(question, form, "/desk/mail/" + id + "/repetition", "mail.repeat", where));
    }

    /** Sends what was sent already once more. */
    @POST
    @Path("{id: [0-9]{1,18}}/repetition")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response repeat(@PathParam("id") long id, Form form) {
        mails.repeat(id);
        return forms.done(back(id, form.value("back")), "mail.done.again");
    }

    private static String back(long id, String page) {
        return page.matches("/desk/[A-Za-z0-9/_-]{1,200}") ? page : "/desk/mail/" + id;
    }

    /** Sends it again; {@code back} is the page of the record it is about, where it was asked for. */
    @POST
    @Path("{id: [0-9]{1,18}}/retry")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response retry(@PathParam("id") long id, Form form) {
        mails.sendAgain(id);
        return forms.done(back(id, form.value("back")), "mail.done.again");
    }
}
