package org.aeoreach.enquiry.target;

import static org.aeoreach.scope.Role.GACC_OFFICER;
import static org.aeoreach.scope.Role.SYSTEM_ADMINISTRATOR;
import static org.aeoreach.scope.Role.UNIT_ADMINISTRATOR;

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
import java.util.stream.Stream;
import org.aeoreach.enquiry.Authority;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.UnitNames;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Targets, authorities and names of statuses on one page. */
@Path(TargetPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TargetPages {

    static final String PATH = "/desk/enquiries/targets";

    @Inject
    private Targets targets;

    @Inject
    private UnitNames names;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /**
     * What is set, and the forms to set more; the one that failed stands open.
     *
     * @param unit name of the unit the forms are for
     * @param may whether the viewer sets targets and names, and, acting in the General Administration, authorities
     */
    public record Board(
            List<TargetView> targets,
            List<AuthorityView> authorities,
            List<StatusName> names,
            String unit,
            boolean may,
            boolean everywhere,
            Form target,
            Form authority,
            Form name,
            String failed) {}

    @GET
    @Access(Access.Who.OFFICERS)
    public JteModel board() {
        return board(blankTarget(), blankAuthority(), Form.of(NamedStatus.class), "");
    }

    private Form blankTarget() {
        return Form.of(NewTarget.class).with("validFrom", Time.today(clock));
    }

    private Form blankAuthority() {
        return Form.of(NewAuthority.class).with("validFrom", Time.today(clock));
    }

    private JteModel board(Form target, Form authority, Form name, String failed) {
        Page page = pages.titled("target.title");
        List<Option> topics = targets.topics(page.language());
        List<Option> priorities = Stream.of("1", "2", "3")
                .map(each -> new Option(each, page.t("enquiry.priority." + each)))
                .toList();
        boolean may = page.is(GACC_OFFICER, SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR);
        boolean everywhere = viewer.require().everywhere();
        String unit = names.of(viewer.require().unitId())
                .map(each -> page.pick(each.zh(), each.en()))
                .orElse("");
        Board board = new Board(
                targets.targets(),
                targets.authorities(),
                targets.names(),
                unit,
                may,
                everywhere,
                target.named("target")
                        .options("targetLevel", Option.of(page, "target.level.", TargetLevel.values()))
                        .options("targetTopic", topics)
                        .options("targetPriority", priorities),
                authority
                        .named("authority")
                        .options("targetTopic", topics)
                        .options("needs", Option.of(page, "enquiry.authority.", Authority.values())),
                name.named("name")
                        .options("namedStatus", Option.of(page, "enquiry.status.", NamedStatus.Named.values())),
                failed);
        return new StaticTemplates().enquiryTargetBoard(page, board);
    }

    @POST
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response set(Form form) {
        return forms.submit(form, NewTarget.class)
                .again(failed -> board(failed, blankAuthority(), Form.of(NamedStatus.class), "target"))
                .run(target -> {
                    targets.set(target);
                    return forms.done(PATH, "target.done.set");
                });
    }

    @POST
    @Path("authorities")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response setAuthority(Form form) {
        return forms.submit(form, NewAuthority.class)
                .again(failed -> board(blankTarget(), failed, Form.of(NamedStatus.class), "authority"))
                .run(authority -> {
                    targets.set(authority);
                    return forms.done(PATH, "target.done.authority");
                });
    }

    @POST
    @Path("names")
    @Access(
            roles = {GACC_OFFICER, SYSTEM_ADMINISTRATOR, UNIT_ADMINISTRATOR},
            body = 4096,
            audited = true)
    public Response name(Form form) {
        return forms.submit(form, NamedStatus.class)
                .again(failed -> board(blankTarget(), blankAuthority(), failed, "name"))
                .run(name -> {
                    targets.name(name);
                    return forms.done(PATH, "target.done.named");
                });
    }
}
