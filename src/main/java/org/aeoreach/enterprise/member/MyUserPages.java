package org.aeoreach.enterprise.member;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Role;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** An administrator manages the users of the enterprise he acts for. */
@Path("/portal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class MyUserPages {

    @Inject
    private Members members;

    @Inject
    private ManageMembers manage;

    @Inject
    private Enterprises enterprises;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Ending somebody takes no more than the decision. */
    public record Ending() {}

    @GET
    @Path("my/users")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER)
    public JteModel list(@BeanParam Paging paging) {
        return new StaticTemplates()
                .enterpriseMyusers(
                        pages.titled("enterprise.users.title"),
                        members.list(enterprises.mine().id(), paging.afterId(0), paging.limit()));
    }

    @GET
    @Path("my/users/new")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER)
    public JteModel invitation() {
        Language language = RequestContext.current().language();
        return invitation(Form.of(ManageMembers.Invitation.class)
                .with("language", language)
                .with("rights", Set.of(Right.ASK, Right.REGISTER)));
    }

    private JteModel invitation(Form form) {
        Page page = pages.titled("enterprise.users.invite");
        Form filled = form.options("rights", Option.of(page, "scope.right.", Right.values()))
                .options("language", Option.of(page, "enterprise.language.", Language.values()));
        return new StaticTemplates().enterpriseInvitation(page, filled);
    }

    @POST
    @Path("my/users/new")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, limit = Limit.RESET, body = 8192, audited = true)
    public Response invite(Form form) {
        return forms.submit(form, ManageMembers.Invitation.class)
                .again(this::invitation)
                .run(invitation -> {
                    manage.invite(invitation);
                    return forms.done("/portal/my/users", "enterprise.done.invited");
                });
    }

    @GET
    @Path("my/users/{id: [0-9]{1,18}}")
    @Access(roles = Role.ENTERPRISE_USER, rights = Right.ADMINISTER, reach = Access.Reach.ENTERPRISE)
    public JteModel one(@PathParam("id") long id) {
        MemberView member = members.ofMine(id);
        return page(member, changing(member), ending(member));
    }

    private static Form changing(MemberView member) {
        return Form.of(ManageMembers.Change.class)
                .with("rights", member.rights())
                .with("validTo", member.validTo())
                .version(member.version());
    }

    private static Form ending(MemberView member) {
        return Form.of(Ending.class).version(member.version()).named("end");
    }

    private JteModel page(MemberView member, Form change, Form end) {
        Page page = pages.page(RequestContext.current().language().pick(member.nameZh(), member.nameEn()));
        Form filled = change.options("rights", Option.of(page, "scope.right.", Right.values()));
        return new StaticTemplates().enterpriseMyuser(page, member, filled, end);
    }

    @POST
    @Path("my/users/{id: [0-9]{1,18}}")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.ADMINISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 8192,
            audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        return forms.submit(form, ManageMembers.Change.class)
                .again(failed -> page(members.ofMine(id), failed, ending(members.ofMine(id))))
                .current(() -> changing(members.ofMine(id)))
                .run(change -> {
                    manage.change(id, form.version(), change);
                    return forms.done("/portal/my/users", "enterprise.done.user-changed");
                });
    }

    @POST
    @Path("my/users/{id: [0-9]{1,18}}/end")
    @Access(
            roles = Role.ENTERPRISE_USER,
            rights = Right.ADMINISTER,
            reach = Access.Reach.ENTERPRISE,
            body = 8192,
            audited = true)
    public Response end(@PathParam("id") long id, Form form) {
        return forms.submit(form, Ending.class)
                .again(failed -> page(members.ofMine(id), changing(members.ofMine(id)), failed))
                .run(ending -> {
                    manage.end(id, form.version());
                    return forms.done("/portal/my/users", "enterprise.done.user-ended");
                });
    }
}
