package org.aeoreach.enquiry.desk;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.answer.Passages;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.picker.EnterpriseChoice;
import org.aeoreach.web.picker.EnterprisePickers;

/** The page of an enquiry, who has it, its pile, notes and drafts. */
@Path("/desk/enquiries/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class EnquiryPages {

    private static final int TEXT = 262_144;

    @Inject
    private Enquiries enquiries;

    @Inject
    private Sheets sheets;

    @Inject
    private Hands hands;

    @Inject
    private Notes notes;

    @Inject
    private Drafts drafts;

    @Inject
    private Passages passages;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id, @QueryParam("find") @DefaultValue("") String find) {
        EnquiryView enquiry = enquiries.get(id);
        return page(enquiry, sheets.blank(enquiry), find);
    }

    JteModel page(EnquiryView enquiry, Sheet.Deeds deeds, String find) {
        Page page = pages.page(enquiry.subject());
        return new StaticTemplates().enquiryDeskSheet(page, sheets.of(page, enquiry, deeds, find));
    }

    /** The page with the form that failed. @param which of {@link Sheet.Deeds} */
    JteModel again(long id, Form failed, String which) {
        EnquiryView enquiry = enquiries.get(id);
        Sheet.Deeds blank = sheets.blank(enquiry);
        return page(
                enquiry,
                new Sheet.Deeds(
                        which.equals("answer") ? failed : blank.answer(),
                        which.equals("request") ? failed : blank.request(),
                        which.equals("note") ? failed : blank.note(),
                        which.equals("assign") ? failed : blank.assign(),
                        which.equals("sort") ? failed : blank.sort(),
                        which.equals("close") ? failed : blank.close(),
                        which.equals("reopen") ? failed.requiring("reason") : blank.reopen(),
                        which),
                "");
    }

    /** The forms as they would be shown now. */
    Sheet.Deeds now(long id) {
        return sheets.blank(enquiries.get(id));
    }

    Response done(long id, String key) {
        return forms.done("/desk/enquiries/" + id, key);
    }

    @POST
    @Path("take")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response take(@PathParam("id") long id) {
        hands.take(id);
        return done(id, "desk.done.taken");
    }

    @POST
    @Path("release")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response release(@PathParam("id") long id, Form form) {
        hands.release(id, form.version());
        return done(id, "desk.done.released");
    }

    @POST
    @Path("assignment")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response assign(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("assign"), Hands.Assignment.class)
                .again(failed -> again(id, failed, "assign"))
                .current(() -> now(id).assign())
                .run(to -> {
                    hands.assign(id, form.version(), to);
                    return done(id, "desk.done.assigned");
                });
    }

    @POST
    @Path("sorting")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response sort(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("sort"), SortForm.class)
                .again(failed -> again(id, failed, "sort"))
                .current(() -> now(id).sort())
                .run(typed -> {
                    Long enterprise = pickers.resolve(EnterprisePickers.typed(form, "enterprise"))
                            .map(EnterpriseChoice::id)
                            .orElse(null);
                    hands.sort(id, form.version(), typed.sorting(enterprise));
                    return done(id, "desk.done.sorted");
                });
    }

    @POST
    @Path("notes")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response note(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("note"), Notes.NewNote.class)
                .again(failed -> again(id, failed, "note"))
                .run(note -> {
                    notes.add(id, note);
                    return done(id, "desk.done.noted");
                });
    }

    /** What stands in a form while somebody types. */
    @POST
    @Path("drafts")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, limit = Limit.PICK)
    public Response keep(@PathParam("id") long id, Form form) {
        return forms.submit(form, Drafts.Draft.class).run(draft -> {
            drafts.keep(id, draft);
            return Response.noContent().build();
        });
    }

    /** Who else of the unit writes at this moment, as a part of the page. */
    @GET
    @Path("writing")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.PICK)
    public JteModel writing(@PathParam("id") long id) {
        return new StaticTemplates().enquiryDeskWriting(pages.page(""), drafts.others(id));
    }

    /** Passages of the library to be cited, as a part of the page. */
    @GET
    @Path("passages")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel passages(
            @PathParam("id") long id,
            @QueryParam("find") @DefaultValue("") String find,
            @QueryParam("chosen") List<String> chosen) {
        EnquiryView enquiry = enquiries.get(id);
        return new StaticTemplates()
                .enquiryDeskPassages(pages.page(""), passages.offer(find, enquiry.language(), List.copyOf(chosen)));
    }
}
