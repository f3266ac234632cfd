package org.aeoreach.enquiry.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.aeoreach.enquiry.Enquiries;
import org.aeoreach.enquiry.EnquiryView;
import org.aeoreach.enquiry.answer.Answers;
import org.aeoreach.enquiry.answer.Closing;
import org.aeoreach.enquiry.answer.Ratings;
import org.aeoreach.enquiry.answer.Reply;
import org.aeoreach.enquiry.answer.TakeBack;
import org.aeoreach.enquiry.template.Templates;
import org.aeoreach.web.Access;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** What is said to the asker from the page of an enquiry, and its end. */
@Path("/desk/enquiries/{id: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AnswerPages {

    private static final int TEXT = 262_144;

    @Inject
    private Answers answers;

    @Inject
    private TakeBack takeBack;

    @Inject
    private Closing closing;

    @Inject
    private Ratings ratings;

    @Inject
    private Enquiries enquiries;

    @Inject
    private Templates templates;

    @Inject
    private Drafts drafts;

    @Inject
    private EnquiryPages pages;

    @Inject
    private Forms forms;

    /**
     * The template whose text goes into the draft of the answer.
     *
     * @param text what stands in the form of the answer at this moment, when the page says it; else the draft counts
     * @param citations what is ticked there
     */
    public record Chosen(
            @NotNull Long templateId,
            @Nullable @Size(max = Reply.LONGEST) String text,
            @Size(max = 20) List<@NotNull @Pattern(regexp = Reply.CITATION) String> citations) {

        /** What the page does not say is nothing. */
        public Chosen {
            citations = List.copyOf(Objects.requireNonNullElse(citations, List.of()));
        }

        private Drafts.Kept standing(Drafts.Kept draft) {
            return text == null && citations.isEmpty()
                    ? draft
                    : new Drafts.Kept(Objects.requireNonNullElse(text, ""), citations);
        }
    }

    /** Adds the text of a template to the viewer's draft. */
    @POST
    @Path("template")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT)
    public Response insert(@PathParam("id") long id, Form form) {
        EnquiryView enquiry = enquiries.get(id);
        Chosen chosen = forms.read(form, Chosen.class);
        String text = templates.filled(chosen.templateId(), enquiry);
        Drafts.Kept before = chosen.standing(drafts.mine(id, DraftKind.ANSWER).orElse(Drafts.Kept.NOTHING));
        String draft = before.text().isBlank() ? text : before.text().stripTrailing() + "\n\n" + text;
        drafts.keep(id, new Drafts.Draft(DraftKind.ANSWER, draft, before.citations()));
        return forms.done("/desk/enquiries/" + id + "#answer", "desk.done.template-inserted");
    }

    @POST
    @Path("answer")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response answer(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("answer"), Reply.class)
                .again(failed -> pages.again(id, failed, "answer"))
                .current(() -> pages.now(id).answer())
                .run(reply -> {
                    answers.answer(id, form.version(), reply);
                    return pages.done(id, "desk.done.answered");
                });
    }

    @POST
    @Path("request")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response askBack(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("request"), Reply.class)
                .again(failed -> pages.again(id, failed, "request"))
                .current(() -> pages.now(id).request())
                .run(reply -> {
                    answers.askBack(id, form.version(), reply);
                    return pages.done(id, "desk.done.asked-back");
                });
    }

    @POST
    @Path("messages/{message: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response undo(@PathParam("id") long id, @PathParam("message") long message) {
        takeBack.undo(id, message);
        return pages.done(id, "desk.done.undone");
    }

    @POST
    @Path("closing")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response close(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("close"), Closing.Reason.class)
                .again(failed -> pages.again(id, failed, "close"))
                .current(() -> pages.now(id).close())
                .run(why -> {
                    closing.close(id, form.version(), why);
                    return pages.done(id, "desk.done.closed");
                });
    }

    @POST
    @Path("reopening")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response reopen(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("reopen"), Closing.Reason.class)
                .again(failed -> pages.again(id, failed, "reopen"))
                .current(() -> pages.now(id).reopen())
                .run(why -> {
                    closing.reopen(id, form.version(), why);
                    return pages.done(id, "desk.done.reopened");
                });
    }

    /** The low rating was looked at. */
    @POST
    @Path("rating/seen")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response seen(@PathParam("id") long id) {
        ratings.seen(id);
        return forms.done("/desk/enquiries/ratings", "desk.done.rating-seen");
    }
}
