package org.aeoreach.campaign.mailing;

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
import java.util.Map;
import org.aeoreach.campaign.Audience;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.directive.DirectiveForms;
import org.aeoreach.enterprise.segment.ConditionText;
import org.aeoreach.enterprise.segment.ConditionWords;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** Mailings of a campaign: written, sent to a second person, decided, stopped. */
@Path("/desk/campaigns/{id: [0-9]{1,18}}/mailings")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MailingPages {

    private static final String ONE = "{mailing: [0-9]{1,18}}";
    private static final int BODY = 262144;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Mailings mailings;

    @Inject
    private MailingSteps steps;

    @Inject
    private MailingTargets targets;

    @Inject
    private MailingPreviews previews;

    @Inject
    private DirectiveForms choices;

    @Inject
    private ConditionWords words;

    @Inject
    private Jobs jobs;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel list(@PathParam("id") long id) {
        CampaignView campaign = campaigns.get(id);
        Page page = pages.titled("mailing.title");
        boolean may = writes(page) && mailings.open(id) && mailings.hasPart(id);
        return new StaticTemplates().mailingList(page, campaign, mailings.of(id), may);
    }

    private static boolean writes(Page page) {
        return page.is(Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR);
    }

    @GET
    @Path("new")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel fresh(@PathParam("id") long id) {
        return form(id, null, MailingForm.begun(campaigns.get(id)));
    }

    private JteModel form(long campaign, @Nullable MailingView mailing, Form form) {
        Page page = pages.titled(mailing == null ? "mailing.new" : "mailing.edit");
        Form offered = offered(page, campaign, mailing, form);
        return new StaticTemplates().mailingForm(page, campaign, mailing == null ? 0 : mailing.id(), offered);
    }

    private Form offered(Page page, long campaign, @Nullable MailingView mailing, Form form) {
        return form.options("states", Option.of(page, "mailing.state.", MailingState.values()))
                .options("audiences", Option.of(page, "campaign.audience.", Audience.values()))
                .options("target", choices.targets(page, mailing != null && mailing.conditions() != null))
                .options("units", targets.units(page, campaign));
    }

    @POST
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            body = BODY,
            audited = true)
    public Response create(@PathParam("id") long id, Form form) {
        return forms.submit(form, MailingForm.class)
                .again(failed -> form(id, null, failed))
                .run(typed -> done(
                        steps.create(id, typed.mailing(choices.conditions(typed.target(), null))),
                        "mailing.done.saved"));
    }

    private Response done(MailingView mailing, String key) {
        return forms.done("/desk/campaigns/" + mailing.campaign() + "/mailings/" + mailing.id(), key);
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel mailing(@PathParam("id") long id, @PathParam("mailing") long mailing) {
        MailingView found = mailings.get(id, mailing);
        return page(found, Form.of(Mailing.Reason.class).version(found.version()));
    }

    private JteModel page(MailingView mailing, Form reason) {
        Page plain = pages.titled("mailing.title");
        Page page = pages.page(plain.pick(mailing.titleZh(), mailing.titleEn()));
        boolean begun = mailing.status().begun();
        Long job = mailing.steps().jobId();
        String conditions = mailing.conditions();
        MailingPage beside = new MailingPage(
                writes(page) && page.viewer() != null && page.viewer().orgPath().equals(mailing.orgPath()),
                steps.halted(mailing),
                mailing.status().underWay() && !mailings.manned(mailing),
                job == null ? null : jobs.find(job).orElse(null),
                conditions == null ? null : words.of(ConditionText.read(conditions), page),
                begun ? null : targets.count(mailing),
                begun ? targets.letters(mailing.id()) : Map.of(),
                previews.of(mailing));
        return new StaticTemplates().mailingMailing(page, campaigns.get(mailing.campaign()), mailing, beside, reason);
    }

    @GET
    @Path(ONE + "/edit")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE)
    public JteModel edit(@PathParam("id") long id, @PathParam("mailing") long mailing) {
        MailingView found = mailings.own(id, mailing);
        return form(id, found, MailingForm.filled(found));
    }

    @POST
    @Path(ONE + "/edit")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            body = BODY,
            audited = true)
    public Response save(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        MailingView before = mailings.own(id, mailing);
        return forms.submit(form, MailingForm.class)
                .again(failed -> form(id, before, failed))
                .current(() -> offered(pages.titled("mailing.edit"), id, before, MailingForm.filled(before)))
                .run(typed -> done(
                        steps.change(
                                id,
                                mailing,
                                form.version(),
                                typed.mailing(choices.conditions(typed.target(), before.conditions()))),
                        "mailing.done.saved"));
    }

    @POST
    @Path(ONE + "/submission")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response submit(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        return done(steps.submit(id, mailing, form.version()), "mailing.done.submitted");
    }

    @POST
    @Path(ONE + "/approval")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response approve(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        return done(steps.approve(id, mailing, form.version()), "mailing.done.approved");
    }

    @POST
    @Path(ONE + "/return")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response giveBack(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        return forms.submit(form, Mailing.Reason.class)
                .again(failed -> page(mailings.own(id, mailing), failed))
                .run(why -> done(steps.giveBack(id, mailing, form.version(), why), "mailing.done.returned"));
    }

    @POST
    @Path(ONE + "/withdrawal")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response withdraw(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        return forms.submit(form, Mailing.Reason.class)
                .again(failed -> page(mailings.own(id, mailing), failed))
                .run(why -> done(steps.withdraw(id, mailing, form.version(), why), "mailing.done.withdrawn"));
    }

    @POST
    @Path(ONE + "/resumption")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response resume(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        return done(steps.resume(id, mailing, form.version()), "mailing.done.resumed");
    }

    @POST
    @Path(ONE + "/discard")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            body = 8192,
            audited = true)
    public Response discard(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        steps.discard(id, mailing, form.version());
        return forms.done("/desk/campaigns/" + id + "/mailings", "mailing.done.discarded");
    }

    @GET
    @Path(ONE + "/letters/{person: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel letter(
            @PathParam("id") long id, @PathParam("mailing") long mailing, @PathParam("person") long person) {
        MailingView found = mailings.get(id, mailing);
        Page page = pages.titled("mailing.letter-title");
        return new StaticTemplates().mailingLetter(page, campaigns.get(id), found, previews.to(found, person));
    }

    @POST
    @Path(ONE + "/trial")
    @Access(
            roles = {Role.GACC_OFFICER, Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE,
            limit = Limit.PUBLIC_FORM,
            body = 8192,
            audited = true)
    public Response trial(@PathParam("id") long id, @PathParam("mailing") long mailing, Form form) {
        return forms.submit(form, MailingPreviews.Trial.class)
                .again(failed -> {
                    throw Problem.invalid("audience", "web.invalid.choice");
                })
                .run(wanted -> {
                    previews.trial(id, mailing, wanted);
                    return forms.done("/desk/campaigns/" + id + "/mailings/" + mailing, "mailing.done.trial");
                });
    }
}
