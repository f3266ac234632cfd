package org.aeoreach.campaign.plan;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.campaign.CampaignStatus;
import org.aeoreach.campaign.CampaignView;
import org.aeoreach.campaign.Campaigns;
import org.aeoreach.campaign.Difference;
import org.aeoreach.campaign.MailingDates;
import org.aeoreach.library.editing.DocumentChoices;
import org.aeoreach.library.editing.Writing;
import org.aeoreach.outreach.Channel;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.jspecify.annotations.Nullable;

/** The plan of a unit: answered, written, decided, handed down. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PlanPages {

    private static final String ONE = "campaigns/{id: [0-9]{1,18}}/plan/{unit: [0-9]{4}}";

    @Inject
    private Plans plans;

    @Inject
    private Answers answers;

    @Inject
    private PushDown pushDown;

    @Inject
    private Revisions revisions;

    @Inject
    private Campaigns campaigns;

    @Inject
    private DocumentChoices documents;

    @Inject
    private MailingDates mailings;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What one of the steps does with a plan. */
    private interface Step {
        void take(long version, Plan.Words words);
    }

    /**
     * What the viewer may do with the plan and sees beside it.
     *
     * @param mine whether it is that of his unit and he may write
     * @param issuer whether his unit issued it and he may answer
     * @param mailings of the unit whose plan it is, as far as he may know of them
     */
    public record May(boolean mine, boolean issuer, List<MailingDates.Date> mailings) {

        /** The steps that need words, by the message keys of their names. */
        public Set<String> steps(PlanView plan, CampaignView campaign) {
            PlanStatus status = plan.status();
            if (campaign.status() != CampaignStatus.RUNNING) {
                return Set.of();
            }
            if (mine) {
                return switch (status) {
                    case ISSUED -> Set.of("campaign.plan.ask", "campaign.plan.decline");
                    case ASKED -> Set.of("campaign.plan.decline");
                    case SUBMITTED -> Set.of("campaign.return");
                    default -> Set.of();
                };
            }
            boolean asked = status == PlanStatus.ASKED;
            boolean answerable = issuer && (asked || status == PlanStatus.DECLINED);
            return answerable ? Set.of(asked ? "campaign.plan.answer" : "campaign.plan.issue-again") : Set.of();
        }
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel plan(@PathParam("id") long id, @PathParam("unit") String unit) {
        PlanView plan = plans.get(id, unit);
        return page(plan, form(plan), words(plan));
    }

    private static Form words(PlanView plan) {
        return Form.of(Plan.Words.class).version(plan.version());
    }

    private JteModel page(PlanView plan, Form form, Form words) {
        return page(plan, form, words, false);
    }

    /** What was typed, with the plan as it is now: somebody may have saved it meanwhile. */
    private JteModel again(PlanView now, Form typed) {
        boolean meanwhile = typed.version() != now.version();
        return page(now, meanwhile ? typed.version(now.version()) : typed, words(now), meanwhile);
    }

    private JteModel page(PlanView plan, Form form, Form words, boolean meanwhile) {
        CampaignView campaign = campaigns.get(plan.campaign());
        Page page = pages.titled(
                "campaign.plan.of", new Bilingual(plan.unit().zh(), plan.unit().en()));
        boolean mine = page.is(Role.DISTRICT_OFFICER) && at(page, plan.orgPath());
        boolean issuer = page.is(Role.GACC_OFFICER) && at(page, campaign.orgPath());
        Form offered = form.options("channels", Option.of(page, "outreach.channel.", Channel.values()));
        Map<String, String> titles = titles(plan, form);
        return new StaticTemplates()
                .campaignPlan(
                        page,
                        campaign,
                        plan,
                        new May(
                                mine,
                                issuer,
                                mailings.of(plan.campaign(), plan.unit().code())),
                        changes(page, plan, titles),
                        meanwhile ? TypedDifferences.of(page, plan, form(plan), form) : List.of(),
                        offered,
                        words,
                        titles);
    }

    /** What the viewer's house has not taken note of yet. */
    private List<Difference> changes(Page page, PlanView plan, Map<String, String> titles) {
        int known = plan.known(page.viewer());
        if (known == plan.edition()) {
            return List.of();
        }
        Edition before = revisions.edition(plan.id(), known);
        titles.putAll(documents.titles(before.words().documents()));
        return PlanDifferences.of(before, plan, page, titles);
    }

    private static boolean at(Page page, String path) {
        return page.viewer() != null && page.viewer().orgPath().equals(path);
    }

    private Map<String, String> titles(PlanView plan, Form form) {
        List<String> codes = new ArrayList<>(plan.words().documents());
        codes.addAll(Writing.codes(form.value("documents")));
        return new HashMap<>(documents.titles(codes));
    }

    private static Form form(PlanView plan) {
        PlanView.Words words = plan.words();
        Form form = Form.of(Plan.Typed.class)
                .with("regionalZh", words.regionalZh())
                .with("regionalEn", words.regionalEn())
                .with("channels", words.channels())
                .with("sessions", words.sessions())
                .with("beginsOn", words.beginsOn())
                .with("finishesOn", words.finishesOn())
                .with("documents", String.join("\n", words.documents()));
        for (PlanView.House house : plan.houses()) {
            String code = house.unit().code();
            form = form.with("target-" + code, Objects.requireNonNullElse(house.target(), house.proposed()))
                    .with("due-" + code, house.dueOn());
        }
        return ActivityRows.filled(form, plan.activities()).version(plan.version());
    }

    /** Keeps what was typed; with {@code then=submit} sends it to a second person. */
    @POST
    @Path(ONE)
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 262144, audited = true)
    public Response save(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        PlanView before = plans.get(id, unit);
        String there = address(id, unit);
        return forms.submit(form, Plan.Typed.class)
                .again(failed -> again(plans.get(id, unit), failed))
                .run(typed -> {
                    if (form.version() != before.version()) {
                        throw new Problem(412, "campaign.problem.plan-meanwhile");
                    }
                    Plan wanted = typed.with(targets(before, form), ActivityRows.read(form, forms));
                    PlanView saved = plans.save(id, unit, form.version(), wanted);
                    if (!form.value("then").equals("submit")) {
                        return forms.done(there, "campaign.done.plan-saved");
                    }
                    return forms.submit(form(saved), Plan.Typed.class)
                            .again(failed -> page(saved, failed, words(saved)))
                            .run(again -> {
                                plans.submit(id, unit, saved.version());
                                return forms.done(there, "campaign.done.plan-submitted");
                            });
                });
    }

    private static String address(long id, String unit) {
        return "/desk/campaigns/" + id + "/plan/" + unit;
    }

    private static List<Plan.HouseTarget> targets(PlanView plan, Form form) {
        List<Plan.HouseTarget> targets = new ArrayList<>();
        for (PlanView.House house : plan.houses()) {
            String code = house.unit().code();
            if (form.has("target-" + code)) {
                Bilingual name = new Bilingual(house.unit().zh(), house.unit().en());
                targets.add(new Plan.HouseTarget(
                        code, number(form, "target-" + code, name), day(form, "due-" + code, name)));
            }
        }
        return targets;
    }

    private static int number(Form form, String field, Bilingual house) {
        String text = form.value(field).strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw Problem.invalid(field, "campaign.invalid.target", house);
        }
        return Integer.parseInt(text);
    }

    private static @Nullable LocalDate day(Form form, String field, Bilingual house) {
        String text = form.value(field).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(field, "campaign.invalid.day", house);
        }
    }

    @POST
    @Path(ONE + "/acknowledgement")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response acknowledge(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return plain(id, unit, form, "acknowledged", (version, none) -> answers.acknowledge(id, unit, version));
    }

    @POST
    @Path(ONE + "/question")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 32768, audited = true)
    public Response ask(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return worded(id, unit, form, "asked", (version, words) -> answers.ask(id, unit, version, words));
    }

    @POST
    @Path(ONE + "/refusal")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 32768, audited = true)
    public Response decline(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return worded(id, unit, form, "declined", (version, words) -> answers.decline(id, unit, version, words));
    }

    @POST
    @Path(ONE + "/answer")
    @Access(roles = Role.GACC_OFFICER, reach = Access.Reach.SUBTREE, body = 32768, audited = true)
    public Response answer(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return worded(id, unit, form, "answered", (version, words) -> answers.answer(id, unit, version, words));
    }

    @POST
    @Path(ONE + "/release")
    @Access(roles = Role.GACC_OFFICER, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response release(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return plain(id, unit, form, "released", (version, none) -> answers.release(id, unit, version));
    }

    @POST
    @Path(ONE + "/approval")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response approve(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return plain(id, unit, form, "plan-approved", (version, none) -> plans.approve(id, unit, version));
    }

    @POST
    @Path(ONE + "/return")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 32768, audited = true)
    public Response giveBack(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return worded(id, unit, form, "plan-returned", (version, words) -> plans.giveBack(id, unit, version, words));
    }

    @POST
    @Path(ONE + "/push")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response push(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return plain(id, unit, form, "pushed", (version, none) -> pushDown.push(id, unit, version));
    }

    @POST
    @Path(ONE + "/recall")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response recall(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return plain(id, unit, form, "recalled", (version, none) -> pushDown.recall(id, unit, version));
    }

    @POST
    @Path(ONE + "/revision")
    @Access(roles = Role.DISTRICT_OFFICER, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response revise(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        return plain(id, unit, form, "plan-reopened", (version, none) -> plans.revise(id, unit, version));
    }

    /** A house takes note of a revision. */
    @POST
    @Path(ONE + "/changes")
    @Access(
            roles = {Role.HOUSE_OFFICER, Role.COORDINATOR},
            reach = Access.Reach.SUBTREE_AND_ABOVE,
            body = 4096,
            audited = true)
    public Response note(@PathParam("id") long id, @PathParam("unit") String unit, Form form) {
        if (!form.value("edition").matches("[0-9]{1,9}")) {
            throw new Problem(400, "web.problem.malformed-request");
        }
        revisions.acknowledge(id, unit, Integer.parseInt(form.value("edition")));
        return forms.done(address(id, unit), "campaign.done.revision-noted");
    }

    private Response plain(long id, String unit, Form form, String done, Step step) {
        step.take(form.version(), new Plan.Words(done));
        return forms.done(address(id, unit), "campaign.done." + done);
    }

    private Response worded(long id, String unit, Form form, String done, Step step) {
        return forms.submit(form, Plan.Words.class)
                .again(failed -> {
                    PlanView plan = plans.get(id, unit);
                    return page(plan, form(plan), failed);
                })
                .run(words -> {
                    step.take(form.version(), words);
                    return forms.done(address(id, unit), "campaign.done." + done);
                });
    }
}
