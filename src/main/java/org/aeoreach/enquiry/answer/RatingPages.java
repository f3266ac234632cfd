package org.aeoreach.enquiry.answer;

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
import java.util.stream.IntStream;
import org.aeoreach.enterprise.LinkToken;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** The two questions behind the link in the letter of closing. */
@Path("/portal/rate/{token: " + LinkToken.PATTERN + "}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RatingPages {

    @Inject
    private Ratings ratings;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Shows; changes nothing, so that whatever opens links in mails by itself rates nothing. */
    @GET
    @Access(value = Access.Who.ANYONE, limit = Limit.BAD_TOKEN)
    public JteModel ask(@PathParam("token") String token) {
        return page(token, Form.of(Ratings.Rating.class));
    }

    private JteModel page(String token, Form form) {
        boolean open = ratings.open(token);
        Page page = pages.titled("desk.rate.title");
        return new StaticTemplates().enquiryAnswerRate(page, options(form, page), token, open);
    }

    /** The two questions with what one can say to them. */
    public static Form options(Form form, Page page) {
        return form.options(
                        "solved", List.of(new Option("true", page.t("web.yes")), new Option("false", page.t("web.no"))))
                .options(
                        "ease",
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(ease -> new Option(Integer.toString(ease), page.t("desk.ease." + ease)))
                                .toList());
    }

    @POST
    @Access(value = Access.Who.ANYONE, limit = Limit.PUBLIC_FORM, body = 16384, audited = true)
    public Response rate(@PathParam("token") String token, Form form) {
        return forms.submit(form, Ratings.Rating.class)
                .again(failed -> page(token, failed))
                .run(rating -> {
                    ratings.rate(token, rating);
                    return forms.done("/portal/rate/" + token, "desk.done.rated");
                });
    }
}
