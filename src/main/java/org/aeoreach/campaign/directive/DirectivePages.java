package org.aeoreach.campaign.directive;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.plan.Stage;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** A campaign: written, sent, decided, frozen, withdrawn, offered. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class DirectivePages {

    private static final String ONE = "campaigns/{id: [0-9]{1,18}}";

    @Inject
    private Directives directives;

    @Inject
    private Issuing issuing;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private Rejudging rejudging;

    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignPageReader reader;

    @Inject
    private DirectiveForms offers;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("campaigns/new")
    @Access(Access.Who.OUTREACH_OFFICERS)
    public JteModel fresh() {
        return form(null, Form.of(ContentForm.class).with("target", "ALL"));
    }

    private JteModel form(@Nullable CampaignView before, Form form) {
        Page page = pages.titled(
                before != null
                        ? "campaign.edit"
                        : directs(pages.titled("campaign.title")) ? "campaign.new-directive" : "campaign.new-own");
        Form offered = offers.offeringScope(page, form, before != null);
        return new StaticTemplates()
                .campaignForm(page, before == null ? 0 : before.id(), directs(page), offered, offers.titles(form));
    }

    private static boolean directs(Page page) {
        return page.is(Role.GACC_OFFICER);
    }

    @POST
    @Path("campaigns")
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = 262144, audited = true)
    public Response create(Form form) {
        return forms.submit(form, ContentForm.class)
                .again(failed -> form(null, failed))
                .run(typed -> {
                    CampaignView made = directives.create(offers.directive(typed, null));
                    return forms.done("/desk/campaigns/" + made.id(), "campaign.done.saved");
                });
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel campaign(@PathParam("id") long id, @QueryParam("units") @Nullable String units) {
        CampaignView campaign = campaigns.get(id);
        return page(campaign, reason(campaign), Stage.find(units));
    }

    private static Form reason(CampaignView campaign) {
        return Form.of(Reason.class).version(campaign.version());
    }

    private JteModel page(CampaignView campaign, Form reason, @Nullable Stage chosen) {
        Page page = pages.page(pages.titled("campaign.title")
                .pick(campaign.content().titleZh(), campaign.content().titleEn()));
        return new StaticTemplates().campaignCampaign(page, campaign, reader.read(campaign, page, chosen), reason);
    }

    @GET
    @Path(ONE + "/edit")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel edit(@PathParam("id") long id) {
        CampaignView campaign = campaigns.own(id);
        return form(campaign, filled(campaign));
    }

    private Form filled(CampaignView campaign) {
        return ContentForm.filled(Form.of(ContentForm.class), campaign.content())
                .with("target", campaign.conditions() == null ? "ALL" : "KEEP")
                .with("districts", reader.addressed(campaign.id()))
                .version(campaign.version());
    }

    @POST
    @Path(ONE + "/edit")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 262144, audited = true)
    public Response save(@PathParam("id") long id, Form form) {
        CampaignView before = campaigns.own(id);
        return forms.submit(form, ContentForm.class)
                .again(failed -> form(before, failed))
                .current(() -> {
                    Page page = pages.titled("campaign.edit");
                    return offers.offeringScope(page, filled(before), true);
                })
                .run(typed -> {
                    directives.change(id, form.version(), offers.directive(typed, before));
                    return forms.done("/desk/campaigns/" + id, "campaign.done.saved");
                });
    }

    @POST
    @Path(ONE + "/submission")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response submit(@PathParam("id") long id, Form form) {
        CampaignView campaign = campaigns.own(id);
        return forms.submit(filled(campaign).version(form.version()), ContentForm.class)
                .again(failed -> form(campaign, failed))
                .run(typed -> {
                    directives.submit(id, form.version());
                    return forms.done("/desk/campaigns/" + id, "campaign.done.submitted");
                });
    }

    @POST
    @Path(ONE + "/approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response approve(@PathParam("id") long id, Form form) {
        issuing.approve(id, form.version());
        return forms.done("/desk/campaigns/" + id, "campaign.done.approved");
    }

    @POST
    @Path(ONE + "/return")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response giveBack(@PathParam("id") long id, Form form) {
        return forms.submit(form, Reason.class)
                .again(failed -> page(campaigns.own(id), failed, null))
                .run(reason -> {
                    directives.giveBack(id, form.version(), reason);
                    return forms.done("/desk/campaigns/" + id, "campaign.done.returned");
                });
    }

    @POST
    @Path(ONE + "/withdrawal")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response withdraw(@PathParam("id") long id, Form form) {
        return forms.submit(form, Reason.class)
                .again(failed -> page(campaigns.own(id), failed, null))
                .run(reason -> {
                    withdrawals.withdraw(id, form.version(), reason);
                    return forms.done("/desk/campaigns/" + id, "campaign.done.withdrawn");
                });
    }

    /** The caller's unit takes note that it is called off. */
    @POST
    @Path(ONE + "/withdrawal/acknowledgement")
    @Access(
            roles = {Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            body = 4096,
            audited = true)
    public Response noteWithdrawal(@PathParam("id") long id, Form form) {
        withdrawals.acknowledge(id);
        return forms.done("/desk/campaigns/" + id, "campaign.done.end-noted");
    }

    /** Judges members by the rule in force once more, after that was cut short. */
    @POST
    @Path(ONE + "/relevel")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response relevel(@PathParam("id") long id, Form form) {
        rejudging.again(id, form.version());
        return forms.done("/desk/campaigns/" + id, "campaign.done.rejudging");
    }

    /** With {@code then=draft} it becomes a draft again instead. */
    @POST
    @Path(ONE + "/freeze")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response freeze(@PathParam("id") long id, Form form) {
        boolean draft = form.value("then").equals("draft");
        CampaignView now = draft ? issuing.backToDraft(id, form.version()) : issuing.freezeAgain(id, form.version());
        boolean again = now.status() == CampaignStatus.FREEZING;
        return forms.done("/desk/campaigns/" + id, again ? "campaign.done.freezing" : "campaign.done.draft-again");
    }

    @POST
    @Path(ONE + "/end")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response end(@PathParam("id") long id, Form form) {
        directives.end(id, form.version());
        return forms.done("/desk/campaigns/" + id, "campaign.done.ended");
    }

    @POST
    @Path(ONE + "/discard")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response discard(@PathParam("id") long id, Form form) {
        directives.discard(id, form.version());
        return forms.done("/desk/campaigns", "campaign.done.discarded");
    }

    @POST
    @Path(ONE + "/template")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response offer(@PathParam("id") long id, Form form) {
        boolean offered = form.value("offered").equals("true");
        directives.offer(id, form.version(), offered);
        return forms.done(
                "/desk/campaigns/" + id, offered ? "campaign.done.offered" : "campaign.done.no-longer-offered");
    }

    /** Begins a draft of the viewer's unit with what a template says. */
    @POST
    @Path(ONE + "/adoption")
    @Access(value = Access.Who.OUTREACH_OFFICERS, body = 8192, audited = true)
    public Response adopt(@PathParam("id") long id, Form form) {
        CampaignView made = directives.adopt(id);
        return forms.done("/desk/campaigns/" + made.id(), "campaign.done.adopted");
    }
}
