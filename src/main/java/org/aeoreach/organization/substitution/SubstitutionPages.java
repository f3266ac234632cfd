package org.aeoreach.organization.substitution;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.aeoreach.organization.people.Held;
import org.aeoreach.organization.people.People;
import org.aeoreach.organization.people.PersonView;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Arranging who stands in for whom, and ending that. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SubstitutionPages {

    @Inject
    private Substitutions substitutions;

    @Inject
    private Candidates candidates;

    @Inject
    private People people;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    @Inject
    private Pages pages;

    @Inject
    private Forms forms;

    /** What the page of an arrangement shows. @param search what substitutes were searched by */
    public record Arranging(PersonView absent, boolean self, boolean lendable, String search) {}

    /** @param person who is absent; the viewer himself unless an administrator names one of his people */
    @GET
    @Path("substitutions/new")
    @Access(value = Access.Who.WORKING_OFFICERS, limit = Limit.SEARCH)
    public JteModel arranging(
            @QueryParam("person") @Nullable Long person, @QueryParam("q") @DefaultValue("") String search) {
        long absent = person == null ? viewer.require().accountId() : person;
        Form form = Form.of(Substitutions.Arrangement.class).with("firstDay", Time.today(clock));
        return arrangePage(absent, search.strip(), form);
    }

    private JteModel arrangePage(long absentId, String search, Form form) {
        Page page = pages.page("");
        PersonView absent = people.get(absentId);
        boolean self = absentId == viewer.require().accountId();
        List<Option> roles = substitutions.lendable(absentId).stream()
                .map(held -> new Option(Long.toString(held.id()), words(held, page)))
                .toList();
        List<Option> substitutes = candidates.of(absentId, search).stream()
                .map(each -> new Option(
                        Long.toString(each.id()),
                        page.pick(each.nameZh(), each.nameEn()),
                        page.pick(each.unitZh(), each.unitEn())))
                .toList();
        Form complete = form.options("assignmentId", roles).options("substituteId", substitutes);
        Page titled = self
                ? pages.titled("organization.arrange.title-own")
                : pages.titled("organization.arrange.title", page.pick(absent.nameZh(), absent.nameEn()));
        return new StaticTemplates()
                .organizationArrange(titled, new Arranging(absent, self, !roles.isEmpty(), search), complete);
    }

    private static String words(Held held, Page page) {
        String role = page.t("scope.role." + held.role()) + " · " + page.pick(held.unitZh(), held.unitEn());
        return held.validTo() == null ? role : role + " (" + page.t("today.by", page.on(held.validTo())) + ")";
    }

    @POST
    @Path("substitutions")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 8192, audited = true)
    public Response arrange(Form form) {
        String person = form.value("person");
        long absent = person.matches("[0-9]{1,18}")
                ? Long.parseLong(person)
                : viewer.require().accountId();
        return forms.submit(form, Substitutions.Arrangement.class)
                .again(failed -> arrangePage(absent, failed.value("q"), failed))
                .run(arrangement -> {
                    SubstitutionView made = substitutions.arrange(arrangement);
                    return forms.done("/desk/substitutions/" + made.id(), "organization.done.arranged");
                });
    }

    /** One arrangement. @param endable whether the viewer may end it now */
    public record Shown(SubstitutionView substitution, SubstitutionView.State state, boolean endable) {}

    @GET
    @Path("substitutions/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel substitution(@PathParam("id") long id) {
        SubstitutionView view = substitutions.get(id);
        SubstitutionView.State state = view.on(Time.today(clock));
        boolean running = state == SubstitutionView.State.COMING || state == SubstitutionView.State.CURRENT;
        var shown = new Shown(view, state, running && substitutions.mayEnd(view));
        return new StaticTemplates().organizationSubstitution(pages.titled("organization.substitution.title"), shown);
    }

    /** Ends it at once. Who sees it but may not end it is refused. */
    @POST
    @Path("substitutions/{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response end(@PathParam("id") long id) {
        substitutions.revoke(id);
        return forms.done("/desk/substitutions/" + id, "organization.done.substitution-ended");
    }
}
