package org.aeoreach.mail.block;

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

/** Addresses no mail goes to: seen, entered, lifted. */
@Path("/desk/mail/blocks")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class BlockPages {

    private static final String HERE = "/desk/mail/blocks";

    @Inject
    private Blocks blocks;

    @Inject
    private BlockList list;

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
        return lists.answer(shown, new StaticTemplates().mailBlocks(pages.titled("mail.blocks.title"), shown));
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
        return page(Form.of(NewBlock.class));
    }

    private JteModel page(Form form) {
        return new StaticTemplates().mailNewblock(pages.titled("mail.blocks.new"), form);
    }

    @POST
    @Path("new")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewBlock.class).again(this::page).run(wanted -> {
            blocks.add(wanted);
            return forms.done(HERE, "mail.done.blocked");
        });
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR, AUDITOR},
            reach = Access.Reach.SUBTREE)
    public JteModel block(@PathParam("id") long id) {
        BlockView block = blocks.get(id);
        return new StaticTemplates().mailBlock(pages.page(block.address()), block);
    }

    @POST
    @Path("{id: [0-9]{1,18}}/lift")
    @Access(
            roles = {SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            reach = Access.Reach.SUBTREE,
            body = 4096,
            audited = true)
    public Response lift(@PathParam("id") long id) {
        blocks.lift(id);
        return forms.done(HERE, "mail.done.lifted");
    }
}
