package org.aeoreach.enterprise;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.enterprise.claim.HouseClaims;
import org.aeoreach.enterprise.delegation.Delegations;
import org.aeoreach.enterprise.member.Members;
import org.aeoreach.enterprise.registration.FactChoices;
import org.aeoreach.enterprise.registry.EnterpriseFrame;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.transfer.TransferRequests;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Enterprises as their house sees them: who acts for them, by what right, and who asks to. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class EnterprisePages {

    @Inject
    private Enterprises enterprises;

    @Inject
    private EnterpriseFrames frames;

    @Inject
    private Facts facts;

    @Inject
    private Members members;

    @Inject
    private Delegations delegations;

    @Inject
    private HouseClaims claims;

    @Inject
    private EnterpriseList list;

    @Inject
    private TransferRequests transfers;

    @Inject
    private FactChoices choices;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("enterprises")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage found = lists.show(list, address);
        return lists.answer(
                found,
                new StaticTemplates().enterpriseEnterprises(pages.titled("enterprise.enterprises.title"), found));
    }

    @GET
    @Path("enterprises/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel facts(@PathParam("id") long id) {
        EnterpriseFrame frame = frames.frame(id, "facts");
        return facts(
                frame, Form.of(Enterprises.Reason.class).version(frame.facts().version()));
    }

    private JteModel facts(EnterpriseFrame frame, Form form) {
        return new StaticTemplates()
                .enterpriseFacts(frame, facts.history(frame.id()), sector(frame), form, transfers.of(frame.id()));
    }

    private @Nullable String sector(EnterpriseFrame frame) {
        return choices.sectors().stream()
                .filter(sector -> sector.code().equals(frame.facts().sector()))
                .map(sector -> sector.code() + " " + frame.page().pick(sector.zh(), sector.en()))
                .findFirst()
                .orElse(null);
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/users")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel users(@PathParam("id") long id, @BeanParam Paging paging) {
        return new StaticTemplates()
                .enterpriseUsers(frames.frame(id, "users"), members.list(id, paging.afterId(0), paging.limit()));
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/delegations")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel delegations(@PathParam("id") long id, @BeanParam Paging paging) {
        return new StaticTemplates()
                .enterpriseDelegations(
                        frames.frame(id, "delegations"),
                        delegations.given(id, paging.afterId(Long.MAX_VALUE), paging.limit()));
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/claims")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel claims(@PathParam("id") long id, @BeanParam Paging paging) {
        return new StaticTemplates()
                .enterpriseItsclaims(
                        frames.frame(id, "claims"),
                        claims.list(null, id, paging.afterId(Long.MAX_VALUE), paging.limit()));
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/suspension")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response suspend(@PathParam("id") long id, Form form) {
        return forms.submit(form, Enterprises.Reason.class)
                .again(failed -> facts(frames.frame(id, "facts"), failed))
                .run(reason -> {
                    enterprises.suspend(id, form.version(), reason);
                    return forms.done("/desk/enterprises/" + id, "enterprise.done.suspended");
                });
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/resumption")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response resume(@PathParam("id") long id, Form form) {
        return forms.submit(form, Enterprises.Reason.class)
                .again(failed -> facts(frames.frame(id, "facts"), failed))
                .run(reason -> {
                    enterprises.resume(id, form.version(), reason);
                    return forms.done("/desk/enterprises/" + id, "enterprise.done.resumed");
                });
    }
}
