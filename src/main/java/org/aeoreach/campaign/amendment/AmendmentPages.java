package org.aeoreach.campaign.amendment;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.campaign.CampaignContent;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.Difference;
import org.aeoreach.campaign.directive.ContentForm;
import org.aeoreach.campaign.directive.DirectiveForms;
import org.aeoreach.campaign.directive.Reason;
import org.aeoreach.campaign.plan.Editions;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.jspecify.annotations.Nullable;

/** An amendment written and decided, and what it changed for those who take note of it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class AmendmentPages {

    private static final String ONE = "campaigns/{id: [0-9]{1,18}}/amendment";

    @Inject
    private Amendments amendments;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Editions editions;

    @Inject
    private DirectiveForms offers;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Why it is amended, as the page asks for it. */
    public record Note(
            @jakarta.validation.constraints.NotBlank @jakarta.validation.constraints.Size(max = 1000)
            String note) {}

    /** Which edition is taken note of. */
    public record Edition(int edition) {}

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel amendment(@PathParam("id") long id) {
        CampaignView campaign = campaigns.own(id);
        return page(campaign, null, Form.of(Reason.class));
    }

    private Form form(CampaignView campaign, @Nullable Proposal pending) {
        return ContentForm.filled(Form.of(ContentForm.class), pending == null ? campaign.content() : pending.content())
                .with("note", pending == null ? "" : pending.note())
                .version(pending == null ? 0 : pending.version());
    }

    private JteModel page(CampaignView campaign, @Nullable Form failed, Form back) {
        Page page = pages.titled("campaign.amendment.title");
        Proposal pending = amendments.pending(campaign).orElse(null);
        Form form = failed == null ? form(campaign, pending) : failed;
        Map<String, String> titles = new HashMap<>(offers.titles(form));
        titles.putAll(offers.titles(campaign.content()));
        List<Difference> changes = List.of();
        if (pending != null) {
            titles.putAll(offers.titles(pending.content()));
            changes = Differences.of(campaign.content(), pending.content(), page, titles);
        }
        return new StaticTemplates()
                .campaignAmendment(page, campaign, pending, changes, offers.offering(page, form), back, titles);
    }

    /** Sends it to a second person, in place of what was proposed before. */
    @POST
    @Path(ONE)
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 262144, audited = true)
    public Response propose(@PathParam("id") long id, Form form) {
        CampaignView campaign = campaigns.own(id);
        return forms.submit(form, ContentForm.class)
                .again(failed -> page(campaign, failed, Form.of(Reason.class)))
                .run(typed -> {
                    CampaignContent content = typed.content();
                    String note = forms.read(form, Note.class).note();
                    amendments.propose(id, form.version(), new Amending(content, note));
                    return forms.done("/desk/campaigns/" + id + "/amendment", "campaign.done.amendment-proposed");
                });
    }

    @POST
    @Path(ONE + "/approval")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response approve(@PathParam("id") long id, Form form) {
        int edition = forms.read(form, Edition.class).edition();
        amendments.approve(id, edition, form.version());
        return forms.done("/desk/campaigns/" + id, "campaign.done.amended");
    }

    @POST
    @Path(ONE + "/return")
    @Access(value = Access.Who.OUTREACH_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response giveBack(@PathParam("id") long id, Form form) {
        CampaignView campaign = campaigns.own(id);
        return forms.submit(form, Reason.class)
                .again(failed -> page(campaign, null, failed))
                .run(reason -> {
                    int edition = forms.read(form, Edition.class).edition();
                    amendments.giveBack(id, edition, form.version(), reason);
                    return forms.done("/desk/campaigns/" + id + "/amendment", "campaign.done.amendment-returned");
                });
    }

    /** What changed since the edition the viewer's unit took note of, or in the newest one. */
    @GET
    @Path("campaigns/{id: [0-9]{1,18}}/changes")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel changes(@PathParam("id") long id) {
        CampaignView campaign = campaigns.get(id);
        int known = editions.known(id);
        boolean asked = known > 0 && known < campaign.edition() && campaign.status() == CampaignStatus.RUNNING;
        int from = asked ? known : Math.max(1, campaign.edition() - 1);
        CampaignContent before = amendments.edition(id, from);
        Page page = pages.titled("campaign.changes.title");
        Map<String, String> titles = new HashMap<>(offers.titles(campaign.content()));
        titles.putAll(offers.titles(before));
        return new StaticTemplates()
                .campaignChanges(
                        page,
                        campaign,
                        from,
                        Differences.of(before, campaign.content(), page, titles),
                        asked && page.is(Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR));
    }

    @POST
    @Path("campaigns/{id: [0-9]{1,18}}/changes")
    @Access(
            roles = {Role.DISTRICT_OFFICER, Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            body = 4096,
            audited = true)
    public Response acknowledge(@PathParam("id") long id, Form form) {
        if (!form.value("edition").matches("[0-9]{1,9}")) {
            throw new Problem(400, "web.problem.malformed-request");
        }
        editions.acknowledge(id, Integer.parseInt(form.value("edition")));
        return forms.done("/desk/campaigns/" + id, "campaign.done.amendment-noted");
    }
}
