package org.aeoreach.training.opinion;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.aeoreach.web.form.Option;

/** What who follows a secret link says of the session. */
@Path(AfterPages.ROOT)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TicketOpinionPages {

    @Inject
    private Opinions opinions;

    @Inject
    private Guests guests;

    @Inject
    private TicketTries tries;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What the page shows. */
    public record Asked(
            Guest guest,
            Opinions.Own own,
            List<Opinions.Trainer> trainers,
            List<Option> ratings,
            Form form,
            String here) {}

    @GET
    @Path("feedback")
    @Access(Access.Who.ANYONE)
    public JteModel feedback(@PathParam("token") String token) {
        Guest guest = guests.open(token);
        Opinions.Own own = opinions.own(link(token));
        Form form = Form.of(Said.class)
                .with("contentRating", own.content())
                .with("trainersRating", own.trainers())
                .with("valueRating", own.value())
                .with("opinionWords", own.words());
        for (Map.Entry<Long, Integer> rating : own.ratings().entrySet()) {
            form = form.with("t" + rating.getKey(), rating.getValue());
        }
        return page(token, guest, form);
    }

    private static LinkToken link(String token) {
        return LinkToken.of(token).orElseThrow(Problem::notFound);
    }

    private JteModel page(String token, Guest guest, Form form) {
        Page plain = pages.titled("opinion.title");
        Page page = pages.page(plain.pick(guest.titleZh(), guest.titleEn()));
        List<Option> ratings = Stream.of("5", "4", "3", "2", "1")
                .map(each -> new Option(each, page.t("opinion.rating." + each)))
                .toList();
        Form offered = form.options("contentRating", ratings)
                .options("trainersRating", ratings)
                .options("valueRating", ratings);
        Asked asked = new Asked(
                guest,
                opinions.own(link(token)),
                opinions.trainers(guest.session()),
                ratings,
                offered,
                Tickets.PATH + token);
        return new StaticTemplates().trainingOpinionAsk(page, asked);
    }

    @POST
    @Path("feedback")
    @Access(value = Access.Who.ANYONE, limit = Limit.TICKET, body = 32768, audited = true)
    public Response give(@PathParam("token") String token, Form form) {
        tries.take(token);
        Guest guest = guests.open(token);
        return forms.submit(form, Said.class)
                .again(failed -> page(token, guest, failed))
                .run(said -> {
                    opinions.give(link(token), guest, said, ratings(form));
                    return forms.done(Tickets.PATH + token + "/after", "opinion.done.given");
                });
    }

    private static Map<Long, Integer> ratings(Form form) {
        return form.names().stream()
                .filter(name -> name.matches("t[0-9]{1,18}") && form.value(name).matches("[1-5]"))
                .collect(Collectors.toMap(
                        name -> Long.valueOf(name.substring(1)), name -> Integer.valueOf(form.value(name))));
    }
}
