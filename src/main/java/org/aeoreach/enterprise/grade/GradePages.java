package org.aeoreach.enterprise.grade;

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
import org.aeoreach.enterprise.registry.EnterpriseFrame;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** The grades of one enterprise: history, a change, an earlier period. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class GradePages {

    @Inject
    private Grades grades;

    @Inject
    private CreditRules rules;

    @Inject
    private EnterpriseFrames frames;

    @Inject
    private Forms forms;

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/grade")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel grade(@PathParam("id") long id) {
        EnterpriseFrame frame = frames.frame(id, "grade");
        return page(frame, changing(frame), past(frame));
    }

    private static Form changing(EnterpriseFrame frame) {
        return Form.of(Grades.GradeChange.class).version(frame.facts().version());
    }

    private static Form past(EnterpriseFrame frame) {
        return Form.of(Grades.PastGrade.class).version(frame.facts().version());
    }

    private JteModel page(EnterpriseFrame frame, Form changing, Form past) {
        Page page = frame.page();
        List<CreditRules.RuleSet> all = rules.all();
        List<Option> today = all.get(0).grades().stream()
                .map(grade -> new Option(grade, page.t("enterprise.grade." + grade)))
                .toList();
        return new StaticTemplates()
                .enterpriseGrade(
                        frame,
                        grades.of(frame.id()),
                        all,
                        changing.options("grade", today),
                        past.named("past")
                                .options("grade", Option.of(page, "enterprise.grade.", CreditGrade.values())));
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/grade")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        return forms.submit(form, Grades.GradeChange.class)
                .again(failed -> {
                    EnterpriseFrame frame = frames.frame(id, "grade");
                    return page(frame, failed, past(frame));
                })
                .run(change -> {
                    grades.change(id, form.version(), change);
                    return forms.done("/desk/enterprises/" + id + "/grade", "enterprise.done.grade-changed");
                });
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/grade/past")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response addPast(@PathParam("id") long id, Form form) {
        return forms.submit(form, Grades.PastGrade.class)
                .again(failed -> {
                    EnterpriseFrame frame = frames.frame(id, "grade");
                    return page(frame, changing(frame), failed);
                })
                .run(past -> {
                    grades.addPast(id, form.version(), past);
                    return forms.done("/desk/enterprises/" + id + "/grade", "enterprise.done.grade-added");
                });
    }
}
