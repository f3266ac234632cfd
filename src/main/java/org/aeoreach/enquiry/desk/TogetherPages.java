package org.aeoreach.enquiry.desk;

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
import java.util.List;
import java.util.Map;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** Merging, parting, linking and splitting enquiries. */
@Path("/desk/enquiries/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TogetherPages {

    @Inject
    private Enquiries enquiries;

    @Inject
    private Together together;

    @Inject
    private Split split;

    @Inject
    private EnquirySearch search;

    @Inject
    private Statuses statuses;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The page. @param names what statuses are called @param failed which form stands with its faults */
    public record Shown(
            EnquiryView enquiry,
            List<Together.Other> similar,
            Map<String, String> names,
            Form merge,
            Form link,
            Form split,
            String failed) {}

    @GET
    @Path("together")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel page(@PathParam("id") long id) {
        return page(id, null, "");
    }

    private JteModel page(long id, @org.jspecify.annotations.Nullable Form failed, String which) {
        EnquiryView enquiry = enquiries.get(id);
        Form named = Form.of(Together.Named.class).version(enquiry.version());
        Form parted = Form.of(Split.Part.class).version(enquiry.version());
        Page page = pages.titled("desk.together.title", enquiry.number());
        return new StaticTemplates()
                .enquiryDeskJoin(
                        page,
                        new Shown(
                                enquiry,
                                search.similar(enquiry),
                                statuses.names(page),
                                failed != null && which.equals("merge") ? failed : named.named("merge"),
                                failed != null && which.equals("link") ? failed : named.named("link"),
                                failed != null && which.equals("split") ? failed : parted.named("split"),
                                which));
    }

    @POST
    @Path("merging")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response merge(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("merge"), Together.Named.class)
                .again(failed -> page(id, failed, "merge"))
                .run(into -> {
                    together.merge(id, form.version(), into);
                    return forms.done("/desk/enquiries/" + id, "desk.done.merged");
                });
    }

    @POST
    @Path("parting")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response part(@PathParam("id") long id, Form form) {
        together.part(id, form.version());
        return forms.done("/desk/enquiries/" + id, "desk.done.parted");
    }

    @POST
    @Path("links")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response link(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("link"), Together.Named.class)
                .again(failed -> page(id, failed, "link"))
                .run(other -> {
                    together.link(id, form.version(), other);
                    return forms.done("/desk/enquiries/" + id, "desk.done.linked");
                });
    }

    @POST
    @Path("splitting")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 262_144, audited = true)
    public Response split(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("split"), Split.Part.class)
                .again(failed -> page(id, failed, "split"))
                .run(part -> {
                    long made = split.split(id, form.version(), part);
                    return forms.done("/desk/enquiries/" + made, "desk.done.split");
                });
    }
}
