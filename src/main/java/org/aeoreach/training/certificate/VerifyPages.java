package org.aeoreach.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.jspecify.annotations.Nullable;

/** Says to anybody whether a certificate is one. */
@Path("/portal/certificates")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class VerifyPages {

    @Inject
    private Certificates certificates;

    @Inject
    private Pages pages;

    /** What is typed. */
    public record Typed(
            @NotBlank @Size(max = 40) String certificateNumber,
            @Nullable @Size(max = 40) String certificateCode) {}

    /** The form, and what it found where something was typed. */
    @GET
    @Access(value = Access.Who.ANYONE, limit = Limit.CODE)
    public Response form(
            @QueryParam("certificateNumber") @Nullable String number,
            @QueryParam("certificateCode") @Nullable String code) {
        return number == null || number.isBlank() ? answer(200, number, code, null) : found(number, code);
    }

    /** Where the QR code leads. */
    @GET
    @Path("{number: " + Certificates.NUMBER + "}")
    @Access(value = Access.Who.ANYONE, limit = Limit.CODE)
    public Response one(@PathParam("number") String number, @QueryParam("code") @Nullable String code) {
        return found(number, code);
    }

    private Response found(String number, @Nullable String code) {
        Optional<VerifiedView> found = certificates.verified(number, code);
        return answer(found.isPresent() ? 200 : 404, number, code, found.orElse(null));
    }

    private Response answer(int status, @Nullable String number, @Nullable String code, @Nullable VerifiedView found) {
        Form form = Form.of(Typed.class).with("certificateNumber", number).with("certificateCode", code);
        return Response.status(status)
                .entity(new StaticTemplates()
                        .trainingCertificateVerify(pages.titled("certificate.verify"), form, found))
                .build();
    }
}
