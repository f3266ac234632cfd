package org.aeoreach.enquiry.routing;

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
import java.time.Clock;
import java.util.List;
import org.aeoreach.library.Documents;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** The administrator of a unit says how questions are spread among its officers. */
@Path("/desk/enquiries/routing")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class RoutingPages {

    private static final String HOME = "/desk/enquiries/routing";

    @Inject
    private RoutingRules rules;

    @Inject
    private Documents documents;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** What the page shows. */
    public record Shown(RoutingRules.Standing standing, Form rule, Form topic) {}

    @GET
    @Access(roles = Role.UNIT_ADMINISTRATOR)
    public JteModel routing() {
        return page(rule(), Form.of(RoutingRules.TopicRule.class));
    }

    private Form rule() {
        RoutingRules.Standing standing = rules.get();
        return Form.of(RoutingRules.Rule.class)
                .with("spread", standing.spread())
                .version(standing.version());
    }

    private JteModel page(Form rule, Form topic) {
        Page page = pages.titled("ask.routing.title");
        List<Option> topics = documents.topics(Time.today(clock)).stream()
                .map(each -> new Option(each.code(), each.name(page.language())))
                .toList();
        Shown shown = new Shown(
                rules.get(),
                rule.options("spread", Option.of(page, "ask.routing.spread.", RoutingRules.Spread.values())),
                topic.named("topics").options("topic", topics).options("officers", rules.officers(page)));
        return new StaticTemplates().enquiryRoutingRules(page, shown);
    }

    @POST
    @Access(roles = Role.UNIT_ADMINISTRATOR, body = 8192, audited = true)
    public Response set(Form form) {
        return forms.submit(form, RoutingRules.Rule.class)
                .again(failed -> page(failed, Form.of(RoutingRules.TopicRule.class)))
                .current(this::rule)
                .run(rule -> {
                    rules.set(form.version(), rule);
                    return forms.done(HOME, "ask.done.routing");
                });
    }

    @POST
    @Path("topics")
    @Access(roles = Role.UNIT_ADMINISTRATOR, body = 8192, audited = true)
    public Response topic(Form form) {
        return forms.submit(form, RoutingRules.TopicRule.class)
                .again(failed -> page(rule(), failed))
                .run(rule -> {
                    rules.set(rule);
                    return forms.done(HOME, "ask.done.routing");
                });
    }
}
