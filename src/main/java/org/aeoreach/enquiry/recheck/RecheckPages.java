package org.aeoreach.enquiry.recheck;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.answer.Passages;
import org.aeoreach.library.DocumentVersions;
import org.aeoreach.library.editing.Comparison;
import org.aeoreach.library.editing.Comparisons;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Second looks: the list, and one with what has changed in the document. */
@Path(RecheckList.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RecheckPages {

    private static final int BODY = 262_144;

    @Inject
    private Rechecks rechecks;

    @Inject
    private RecheckList list;

    @Inject
    private Lists lists;

    @Inject
    private DocumentVersions versions;

    @Inject
    private Comparisons comparisons;

    @Inject
    private Enquiries enquiries;

    @Inject
    private Passages passages;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id, @QueryParam("find") @DefaultValue("") String find) {
        return page(id, blank(id), find);
    }

    private Form blank(long id) {
        RecheckView recheck = rechecks.get(id);
        return Form.of(RecheckDecision.class)
                .with("recheckOutcome", "")
                .with("recheckNote", "")
                .with("newAnswer", rechecks.begun(recheck))
                .version(recheck.version());
    }

    private JteModel page(long id, Form form, String find) {
        RecheckView recheck = rechecks.get(id);
        Page page = pages.titled("recheck.one.title", recheck.number());
        Form complete =
                form.options("recheckOutcome", Option.of(page, "recheck.outcome.", RecheckDecision.Outcome.values()));
        return new StaticTemplates()
                .enquiryRecheckOne(
                        page,
                        recheck,
                        difference(recheck),
                        viewer.require().role().mayWrite() && rechecks.decides(recheck),
                        offer(recheck, find, form.values("citations")),
                        find,
                        complete);
    }

    private Passages.Offer offer(RecheckView recheck, String find, List<String> chosen) {
        return find.isBlank() && chosen.isEmpty()
                ? Passages.Offer.NOTHING
                : passages.offer(find, enquiries.get(recheck.enquiryId()).language(), chosen);
    }

    /** What has changed since the version cited; null when it is repealed or archived as it was. */
    private @Nullable Comparison difference(RecheckView recheck) {
        return recheck.from() == recheck.to()
                ? null
                : comparisons.of(
                        versions.content(recheck.code(), recheck.from()),
                        versions.content(recheck.code(), recheck.to()));
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = BODY, audited = true)
    public Response decide(@PathParam("id") long id, Form form) {
        return forms.submit(form, RecheckDecision.class)
                .again(failed -> page(id, failed, ""))
                .current(() -> blank(id))
                .run(decision -> {
                    RecheckView decided = rechecks.decide(id, form.version(), decision);
                    return decision.recheckOutcome() == RecheckDecision.Outcome.CHANGED
                            ? forms.done("/desk/enquiries/" + decided.enquiryId(), "recheck.done.changed")
                            : forms.done(RecheckList.PATH, "recheck.done.right");
                });
    }
}
