package org.aeoreach.enterprise.privacy.retention;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** The rules on how long personal data is kept. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RetentionPages {

    @Inject
    private RetentionRules rules;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("personal-data/retention")
    @Access(value = Access.Who.OFFICERS)
    public JteModel rules() {
        Form form = Form.of(RetentionRules.Change.class);
        for (RetentionRules.Rule rule : rules.all()) {
            form = form.with(field(rule.kind()), rule.months());
        }
        return page(form);
    }

    private static String field(String kind) {
        return switch (kind) {
            case "CONSENT_WITHDRAWN" -> "consentWithdrawn";
            case "PERSON_ENDED" -> "personEnded";
            default -> "recordView";
        };
    }

    private JteModel page(Form form) {
        return new StaticTemplates()
                .enterprisePrivacyRetention(pages.titled("privacy.retention.title"), rules.all(), form);
    }

    @POST
    @Path("personal-data/retention")
    @Access(roles = Role.SYSTEM_ADMINISTRATOR, body = 4096, audited = true)
    public Response change(Form form) {
        return forms.submit(form, RetentionRules.Change.class).again(this::page).run(change -> {
            rules.change(change);
            return forms.done("/desk/personal-data/retention", "privacy.done.retention");
        });
    }
}
