package org.aeoreach.mail.sender;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.aeoreach.mail.SendingDomains;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
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

/** What letters of units come from: what is set, and setting it from a day on. */
@Path("/desk/mail/senders")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SenderPages {

    private static final String HERE = "/desk/mail/senders";

    @Inject
    private Senders senders;

    @Inject
    private SenderList list;

    @Inject
    private SendingDomains domains;

    @Inject
    private UnitPickers units;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    @GET
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().mailSenders(pages.titled("mail.senders.title"), shown));
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
        return page(Form.of(NewSender.class)
                .with("unitId", viewer.require().unitId())
                .with("validFrom", Time.today(clock)));
    }

    private JteModel page(Form form) {
        return new StaticTemplates()
                .mailNewsender(
                        pages.titled("mail.senders.new"),
                        form.options("unitId", units.options(Reach.MINE)),
                        domains.named());
    }

    @POST
    @Path("new")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewSender.class).again(this::page).run(wanted -> {
            senders.set(wanted);
            return forms.done(HERE, "mail.done.sender-set");
        });
    }
}
