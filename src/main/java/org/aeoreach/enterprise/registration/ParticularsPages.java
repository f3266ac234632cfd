package org.aeoreach.enterprise.registration;

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
import java.time.Clock;
import org.aeoreach.enterprise.registry.EnterpriseFrame;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;

/** Changing the particulars of an enterprise, its name and its unit. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ParticularsPages {

    @Inject
    private ChangeParticulars change;

    @Inject
    private RenameEnterprise rename;

    @Inject
    private TransferEnterprise transfer;

    @Inject
    private EnterpriseFrames frames;

    @Inject
    private FactChoices choices;

    @Inject
    private UnitPickers units;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Forms forms;

    @Inject
    private Clock clock;

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/particulars")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel particulars(@PathParam("id") long id) {
        EnterpriseFrame frame = frames.acting(id, "facts", "enterprise.edit.title");
        return particulars(frame, FactChoices.particulars(frame.page(), frame.facts()));
    }

    private JteModel particulars(EnterpriseFrame frame, Form form) {
        return new StaticTemplates().enterpriseEdit(frame, choices.facts(frame.page(), form));
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/particulars")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        return forms.submit(form, Particulars.class)
                .again(failed -> particulars(frames.acting(id, "facts", "enterprise.edit.title"), failed))
                .current(() -> {
                    EnterpriseFrame now = frames.frame(id, "facts");
                    return choices.facts(now.page(), FactChoices.particulars(now.page(), now.facts()));
                })
                .run(wanted -> {
                    change.change(id, form.version(), wanted);
                    return forms.done("/desk/enterprises/" + id, "enterprise.done.changed");
                });
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/name")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel renaming(@PathParam("id") long id) {
        EnterpriseFrame frame = frames.acting(id, "facts", "enterprise.rename.title");
        return new StaticTemplates().enterpriseRename(frame, renaming(frame));
    }

    private static Form renaming(EnterpriseFrame frame) {
        var enterprise = frame.facts().enterprise();
        return Form.of(RenameEnterprise.Renaming.class)
                .with("nameZh", enterprise.nameZh())
                .with("nameEn", enterprise.nameEn())
                .version(frame.facts().version());
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/name")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response rename(@PathParam("id") long id, Form form) {
        return forms.submit(form, RenameEnterprise.Renaming.class)
                .again(failed -> new StaticTemplates()
                        .enterpriseRename(frames.acting(id, "facts", "enterprise.rename.title"), failed))
                .current(() -> renaming(frames.frame(id, "facts")))
                .run(renaming -> {
                    rename.rename(id, form.version(), renaming);
                    return forms.done("/desk/enterprises/" + id, "enterprise.done.renamed");
                });
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/transfer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel transferring(@PathParam("id") long id) {
        EnterpriseFrame frame = frames.acting(id, "facts", "enterprise.transfer.title");
        return transferring(
                frame,
                Form.of(TransferEnterprise.Transfer.class)
                        .with("from", Time.today(clock))
                        .version(frame.facts().version()));
    }

    private JteModel transferring(EnterpriseFrame frame, Form form) {
        return new StaticTemplates().enterpriseTransfer(frame, form.options("unitId", units.options(Reach.ALL)));
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/transfer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response transfer(@PathParam("id") long id, Form form) {
        return forms.submit(form, TransferEnterprise.Transfer.class)
                .again(failed -> transferring(frames.acting(id, "facts", "enterprise.transfer.title"), failed))
                .run(wanted -> {
                    transfer.transfer(id, form.version(), wanted);
                    // Where it went the viewer may not see it any more.
                    boolean stays = viewer.require().covers(transfer.path(wanted));
                    return forms.done(
                            stays ? "/desk/enterprises/" + id : "/desk/enterprises", "enterprise.done.transferred");
                });
    }
}
