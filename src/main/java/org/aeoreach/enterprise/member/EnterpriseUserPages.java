package org.aeoreach.enterprise.member;

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
import org.aeoreach.enterprise.Enterprises;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** One user of an enterprise, and how its house ends his rights. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class EnterpriseUserPages {

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

    @GET
    @Path("enterprises/users/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        MemberView member = members.get(id);
        return page(member, Form.of(Enterprises.Reason.class).version(member.version()));
    }

    private JteModel page(MemberView member, Form form) {
        return new StaticTemplates()
                .enterpriseUser(
                        pages.page(RequestContext.current().language().pick(member.nameZh(), member.nameEn())),
                        member,
                        enterprises.get(member.enterpriseId()),
                        form);
    }

    @POST
    @Path("enterprises/users/{id: [0-9]{1,18}}/revocation")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response revoke(@PathParam("id") long id, Form form) {
        return forms.submit(form, Enterprises.Reason.class)
                .again(failed -> page(members.get(id), failed))
                .run(reason -> {
                    MemberView ended = manage.revoke(id, form.version(), reason);
                    return forms.done(
                            "/desk/enterprises/" + ended.enterpriseId() + "/users", "enterprise.done.user-ended");
                });
    }
}
