package org.aeoreach.training.observation;

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

/** The statement of those who observe, with its editions. */
@Path("/desk/trainings/statement")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class StatementPages {

    private static final String STATEMENT = "/desk/trainings/statement";

    @Inject
    private Statements statements;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(Access.Who.OFFICERS)
    public JteModel statement() {
        StatementView now = statements.now();
        return page(
                Form.of(NewStatement.class).with("statementZh", now.textZh()).with("statementEn", now.textEn()));
    }

    private JteModel page(Form form) {
        return new StaticTemplates()
                .trainingObservationStatement(
                        pages.titled("observation.statement"), statements.all(), form, statements.mine());
    }

    /** Another edition; by officers of the General Administration. */
    @POST
    @Access(roles = Role.GACC_OFFICER, body = 65_536, audited = true)
    public Response word(Form form) {
        return forms.submit(form, NewStatement.class).again(this::page).run(wanted -> {
            statements.add(wanted);
            return forms.done(STATEMENT, "observation.done.worded");
        });
    }
}
