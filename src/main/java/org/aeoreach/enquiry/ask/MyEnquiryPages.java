package org.aeoreach.enquiry.ask;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.aeoreach.enquiry.Supplements;
import org.aeoreach.enquiry.answer.RatingPages;
import org.aeoreach.enquiry.answer.Ratings;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** The questions of the enterprise the signed-in person acts for. */
@Path("/portal/my/enquiries")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class MyEnquiryPages {

    private static final String HOME = "/portal/my/enquiries/";

    @Inject
    private Asking asking;

    @Inject
    private MyEnquiries enquiries;

    @Inject
    private MyRatings ratings;

    @Inject
    private Attachments attachments;

    @Inject
    private AskPages ask;

    @Inject
    private RateLimits limits;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ASK)
    public JteModel list(@BeanParam Paging paging) {
        return new StaticTemplates().enquiryAskMine(pages.titled("ask.my.title"), enquiries.list(paging));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ASK, body = Attachments.BODY, audited = true)
    public Response ask(List<EntityPart> parts) throws IOException {
        Form form = Form.ofParts(parts);
        return forms.submit(form, Asking.Question.class)
                .again(failed -> ask.mine(failed, List.of()))
                .run(question -> {
                    limits.take(Limit.ENQUIRY, viewer.require());
                    try (Attachments.Batch files = attachments.receive(parts)) {
                        boolean show = !form.has(AskPages.SEEN) && files.files().isEmpty();
                        List<Answer.Hit> found = show ? ask.found(form) : List.of();
                        return found.isEmpty() ? asked(question, files) : shown(form, found);
                    } catch (IOException e) {
                        throw new UncheckedIOException("A file did not arrive", e);
                    }
                });
    }

    private Response asked(Asking.Question question, Attachments.Batch files) {
        return forms.done(HOME + asking.ask(question, files).id(), "ask.done.asked");
    }

    private Response shown(Form form, List<Answer.Hit> found) {
        return Response.ok(ask.mine(form, found)).build();
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ASK, reach = Access.Reach.ENTERPRISE)
    public JteModel one(@PathParam("id") long id) {
        return page(enquiries.get(id), Form.of(Asking.Words.class));
    }

    private JteModel page(MyEnquiries.Read read, Form form) {
        return page(read, form, Form.of(Ratings.Rating.class));
    }

    private JteModel page(MyEnquiries.Read read, Form words, Form rating) {
        String here = HOME + read.enquiry().id();
        Page page = pages.page(read.enquiry().subject());
        Form complete = RatingPages.options(rating.named("rating"), page);
        return new StaticTemplates().enquiryAskOne(page, read, words, complete, here, "/files/");
    }

    /** What who asked it thinks of the answer, once, when it is closed. */
    @POST
    @Path("{id: [0-9]{1,18}}/rating")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.ASK,
            reach = Access.Reach.ENTERPRISE,
            body = 16384,
            audited = true)
    public Response rate(@PathParam("id") long id, Form form) {
        MyEnquiries.Read read = enquiries.get(id);
        return forms.submit(form, Ratings.Rating.class)
                .again(failed -> page(read, Form.of(Asking.Words.class), failed))
                .run(rating -> {
                    ratings.rate(read.enquiry(), rating);
                    return forms.done(HOME + id, "desk.done.rated");
                });
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.ASK,
            reach = Access.Reach.ENTERPRISE,
            body = Attachments.BODY,
            audited = true)
    public Response add(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        MyEnquiries.Read read = enquiries.get(id);
        return forms.submit(Form.ofParts(parts), Asking.Words.class)
                .again(failed -> page(read, failed))
                .run(words -> {
                    limits.take(Limit.ENQUIRY, viewer.require());
                    try (Attachments.Batch files = attachments.receive(parts)) {
                        Supplements.Added added = asking.add(read.enquiry(), words, files);
                        return forms.done(HOME + added.enquiryId(), added.anew() ? "ask.done.anew" : "ask.done.added");
                    } catch (IOException e) {
                        throw new UncheckedIOException("A file did not arrive", e);
                    }
                });
    }
}
