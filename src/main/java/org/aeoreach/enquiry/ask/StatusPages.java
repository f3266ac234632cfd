package org.aeoreach.enquiry.ask;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.Objects;
import org.aeoreach.enquiry.AskerLinks;
import org.aeoreach.enquiry.Supplements;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.RateLimits;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.upload.Held;

/** What a secret link opens for an asker without an account: the confirmation of his address, then his thread. */
@Path("/portal/ask/status/{token: " + LinkToken.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class StatusPages {

    private static final String HOME = "/portal/ask/status/";

    @Inject
    private AskerLinks links;

    @Inject
    private Asking asking;

    @Inject
    private MyEnquiries enquiries;

    @Inject
    private Attachments attachments;

    @Inject
    private RateLimits limits;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** A question that waits for its confirmation. */
    public record Waiting(String number, String subject, String body, List<Held> files, String token) {}

    /** Shows; changes nothing, so that whatever opens links in mails by itself confirms nothing. */
    @GET
    @Access(value = Access.Who.ANYONE)
    public JteModel status(@PathParam("token") String token) {
        AskerLinks.Opened opened = open(token);
        return opened.enquiry() == null
                ? waiting(opened, token)
                : page(enquiries.ofLink(opened.enquiry()), Form.of(Asking.Words.class), token);
    }

    private JteModel waiting(AskerLinks.Opened opened, String token) {
        JsonObject question = JsonText.object(Objects.requireNonNull(opened.intake()));
        return new StaticTemplates()
                .enquiryAskConfirm(
                        pages.titled("ask.confirm.title"),
                        new Waiting(
                                question.getString("number"),
                                question.getString("subject"),
                                question.getString("body"),
                                HeldFiles.read(question),
                                token));
    }

    private JteModel page(MyEnquiries.Read read, Form form, String token) {
        return new StaticTemplates()
                .enquiryAskOne(
                        pages.page(read.enquiry().subject()),
                        read,
                        form,
                        Form.empty(),
                        HOME + token,
                        HOME + token + "/files/");
    }

    private AskerLinks.Opened open(String token) {
        return LinkToken.of(token)
                .flatMap(links::open)
                .filter(opened -> opened.purpose() != AskerLinks.Purpose.RATE)
                .orElseThrow(this::over);
    }

    private Problem over() {
        limits.takeFor(Limit.BAD_TOKEN, "ask:" + RequestContext.current().address());
        return new Problem(404, "ask.problem.link-over");
    }

    /** A file of the thread. */
    @GET
    @Path("files/{file: [0-9]{1,18}}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Access(value = Access.Who.ANYONE)
    public Response file(@PathParam("token") String token, @PathParam("file") long file) {
        Supplements.Known known = open(token).enquiry();
        if (known == null) {
            throw Problem.notFound();
        }
        return attachments.download(known, enquiries.ofLink(known), file);
    }

    @POST
    @Path("confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 1024, audited = true)
    public Response confirm(@PathParam("token") String token) {
        asking.confirm(LinkToken.of(token).orElseThrow(Problem::notFound));
        return forms.done(HOME + token, "ask.done.asked");
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = Attachments.BODY, audited = true)
    public Response add(@PathParam("token") String token, List<EntityPart> parts) throws IOException {
        Supplements.Known known = open(token).enquiry();
        if (known == null) {
            throw new Problem(404, "ask.problem.link-over");
        }
        MyEnquiries.Read read = enquiries.ofLink(known);
        return forms.submit(Form.ofParts(parts), Asking.Words.class)
                .again(failed -> page(read, failed, token))
                .run(words -> {
                    try (Attachments.Batch files = attachments.receive(parts)) {
                        Supplements.Added added = asking.add(read.enquiry(), words, files);
                        return forms.done(HOME + token, added.anew() ? "ask.done.anew-mail" : "ask.done.added");
                    } catch (IOException e) {
                        throw new UncheckedIOException("A file did not arrive", e);
                    }
                });
    }
}
