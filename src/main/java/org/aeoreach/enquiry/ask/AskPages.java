package org.aeoreach.enquiry.ask;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.aeoreach.library.DocumentAddress;
import org.aeoreach.library.retrieval.Answer;
import org.aeoreach.mail.MailAddress;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Viewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;
import org.jspecify.annotations.Nullable;

/** Asking on the portal; what may answer the question stands beside it before it is sent. */
@Path("/portal/ask")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AskPages {

    /** In a form whose sender has seen what the library says. */
    static final String SEEN = "seen";

    private static final int BODY = 256 << 10;

    @Inject
    private Asking asking;

    @Inject
    private Passages passages;

    @Inject
    private Attachments attachments;

    @Inject
    private Sharing sharing;

    @Inject
    private UnitPickers units;

    @Inject
    private RateLimits limits;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /**
     * What the page shows.
     *
     * @param mine whether it is the form of somebody who asks for his enterprise
     * @param shared whether its users see each other's questions
     */
    public record Shown(Form form, boolean mine, boolean shared, List<Answer.Hit> answers) {

        /** Whether it was held up by what may answer it. */
        public boolean stopped() {
            return !answers.isEmpty();
        }
    }

    /** A document that answered the question. */
    public record Answered(@NotBlank @Size(max = 120) String document) {}

    @GET
    @Access(Access.Who.ANYONE)
    public JteModel form() {
        boolean mine = viewer.get().map(me -> me.may(Right.ASK)).orElse(false);
        return mine
                ? mine(Form.of(Asking.Question.class).with("forColleagues", true), List.of())
                : page(Form.of(Asking.Stranger.class).with("language", language()), List.of());
    }

    /** The form of somebody who asks for his enterprise. */
    JteModel mine(Form form, List<Answer.Hit> answers) {
        Shown shown = new Shown(form, true, sharing.get().shared(), answers);
        return new StaticTemplates().enquiryAskAsk(pages.titled("ask.title"), shown);
    }

    private JteModel page(Form form, List<Answer.Hit> answers) {
        Page page = pages.titled("ask.title");
        Form complete = form.options("language", Option.of(page, "enquiry.language.", Language.values()))
                .options("unitId", units.options(Reach.ALL));
        return new StaticTemplates().enquiryAskAsk(page, new Shown(complete, false, false, answers));
    }

    /** What may answer the question, for the form while somebody types. */
    @POST
    @Path("answers")
    @Access(value = Access.Who.ANYONE, limit = Limit.PICK, body = BODY)
    public JteModel answers(Form form) {
        return new StaticTemplates().enquiryAskAnswers(pages.titled("ask.answers"), found(form));
    }

    List<Answer.Hit> found(Form form) {
        return passages.of(form.value("subject"), form.value("body"), language(), unit(form));
    }

    /** The unit chosen, else that of the reader. */
    private @Nullable Long unit(Form form) {
        String typed = form.value("unitId");
        return typed.matches("[0-9]{1,18}")
                ? Long.valueOf(typed)
                : viewer.get().map(Viewer::unitId).orElse(null);
    }

    /** The question has its answer; nobody is asked. */
    @POST
    @Path("answered")
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = BODY)
    public Response answered(Form form) {
        return forms.submit(form, Answered.class).run(answered -> {
            passages.spared(answered.document(), form.value("subject"), language(), unit(form));
            return forms.done(DocumentAddress.of(answered.document()), "ask.done.answered");
        });
    }

    /** Of somebody without an account: first what may answer it, then a letter to confirm his address. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = Attachments.BODY, audited = true)
    public Response ask(List<EntityPart> parts) throws IOException {
        Form form = Form.ofParts(parts);
        return forms.submit(form, Asking.Stranger.class)
                .again(failed -> page(failed, List.of()))
                .run(question -> {
                    MailAddress.of("mail", question.mail().strip());
                    try (Attachments.Batch files = receive(parts)) {
                        boolean show = !form.has(SEEN) && files.files().isEmpty();
                        List<Answer.Hit> found = show ? found(form) : List.of();
                        return found.isEmpty()
                                ? kept(question, files)
                                : Response.ok(page(form, found)).build();
                    } catch (IOException e) {
                        throw new UncheckedIOException("A file did not arrive", e);
                    }
                });
    }

    /** Questions with files are fewer, since nobody is known to have sent them. */
    private Attachments.Batch receive(List<EntityPart> parts) throws IOException {
        if (Attachments.brought(parts)) {
            limits.takeFor(
                    Limit.PUBLIC_FORM, "ask-files:" + RequestContext.current().address());
        }
        return attachments.receive(parts);
    }

    private Response kept(Asking.Stranger question, Attachments.Batch files) {
        String mail = question.mail().strip();
        limits.takeFor(Limit.RESET, "ask:" + mail.toLowerCase(Locale.ROOT));
        String number = asking.keep(question, files);
        return Response.ok(new StaticTemplates().enquiryAskKept(pages.titled("ask.kept.title"), number, mail))
                .build();
    }

    private static Language language() {
        return RequestContext.current().language();
    }
}
