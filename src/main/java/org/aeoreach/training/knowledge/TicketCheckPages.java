package org.aeoreach.training.knowledge;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import java.util.stream.Collectors;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.training.after.AfterPages;
import org.aeoreach.training.after.Guest;
import org.aeoreach.training.after.Guests;
import org.aeoreach.training.registration.TicketTries;
import org.aeoreach.training.registration.Tickets;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** The check of who follows a secret link: its questions, then his result. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TicketCheckPages {

    @Inject
    private Checks checks;

    @Inject
    private Guests guests;

    @Inject
    private TicketTries tries;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What is sent besides the answers. */
    public record Given(@NotNull CheckStage stage) {}

    /** What the page shows. */
    public record Shown(Guest guest, CheckState state, List<AskedQuestion> questions, Form form, String here) {}

    @GET
    @Path("check")
    @Access(Access.Who.ANYONE)
    public JteModel check(@PathParam("token") String token) {
        return page(token, guests.open(token), Form.of(Given.class));
    }

    private JteModel page(String token, Guest guest, Form form) {
        LinkToken link = LinkToken.of(token).orElseThrow(Problem::notFound);
        Page plain = pages.titled("knowledge.title");
        Page page = pages.page(plain.pick(guest.titleZh(), guest.titleEn()));
        Shown shown = new Shown(guest, checks.state(link), checks.questions(link), form, Tickets.PATH + token);
        return new StaticTemplates().trainingKnowledgeCheck(page, shown);
    }

    @POST
    @Path("check")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 16384, audited = true)
    public Response give(@PathParam("token") String token, Form form) {
        tries.take(token);
        Guest guest = guests.open(token);
        LinkToken link = LinkToken.of(token).orElseThrow(Problem::notFound);
        return forms.submit(form, Given.class)
                .again(failed -> page(token, guest, failed))
                .run(given -> {
                    checks.give(link, guest, given.stage(), answers(form));
                    return forms.done(Tickets.PATH + token + "/check", "knowledge.done.given");
                });
    }

    private static Map<Long, Integer> answers(Form form) {
        return form.names().stream()
                .filter(name -> name.matches("q[0-9]{1,18}") && form.value(name).matches("[0-9]"))
                .collect(Collectors.toMap(
                        name -> Long.valueOf(name.substring(1)), name -> Integer.valueOf(form.value(name))));
    }
}
