package org.aeoreach.enterprise.partner;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.aeoreach.enterprise.contact.ContactPersons;
import org.aeoreach.enterprise.registration.Economies;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Partner organisations: list, one with its people, form. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PartnerPages {

    @Inject
    private Partners partners;

    @Inject
    private ContactPersons persons;

    @Inject
    private PartnerList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("partners")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage found = lists.show(list, address);
        return lists.answer(
                found, new StaticTemplates().enterprisePartners(pages.titled("enterprise.partners.title"), found));
    }

    @GET
    @Path("partners/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("partners/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel adding() {
        Page page = pages.titled("enterprise.partner.new");
        return form(
                page,
                Form.of(Partners.Partner.class).with("economy", Economies.name("CN", page.language())),
                "/desk/partners/new",
                "/desk/partners");
    }

    private static JteModel form(Page page, Form form, String action, String back) {
        return new StaticTemplates()
                .enterprisePartnerform(
                        page,
                        form.options("kind", Option.of(page, "enterprise.partner-kind.", PartnerKind.values())),
                        action,
                        back);
    }

    @POST
    @Path("partners/new")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 16384, audited = true)
    public Response add(Form form) {
        return forms.submit(form, Partners.Partner.class)
                .again(failed ->
                        form(pages.titled("enterprise.partner.new"), failed, "/desk/partners/new", "/desk/partners"))
                .run(partner ->
                        forms.done("/desk/partners/" + partners.add(partner).id(), "enterprise.done.partner-added"));
    }

    @GET
    @Path("partners/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel partner(@PathParam("id") long id) {
        PartnerView partner = partners.get(id);
        return new StaticTemplates()
                .enterprisePartner(
                        named(partner),
                        partner,
                        persons.of(ContactPersons.Owner.partner(id)),
                        partners.changeable(partner),
                        partners.own(partner),
                        Form.empty().version(partner.version()));
    }

    private Page named(PartnerView partner) {
        return pages.page(RequestContext.current().language().pick(partner.nameZh(), partner.nameEn()));
    }

    @GET
    @Path("partners/{id: [0-9]{1,18}}/particulars")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel changing(@PathParam("id") long id) {
        PartnerView partner = partners.ownOne(id);
        Page page = named(partner);
        return form(page, filled(page, partner), "/desk/partners/" + id + "/particulars", "/desk/partners/" + id);
    }

    private static Form filled(Page page, PartnerView partner) {
        return Form.of(Partners.Partner.class)
                .with("kind", partner.kind())
                .with("nameZh", partner.nameZh())
                .with("nameEn", partner.nameEn())
                .with("economy", Economies.name(partner.economy(), page.language()))
                .with("address", partner.address())
                .with("website", partner.website())
                .with("note", partner.note())
                .version(partner.version());
    }

    @POST
    @Path("partners/{id: [0-9]{1,18}}/particulars")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        String here = "/desk/partners/" + id;
        return forms.submit(form, Partners.Partner.class)
                .again(failed -> form(named(partners.get(id)), failed, here + "/particulars", here))
                .current(() -> {
                    PartnerView now = partners.get(id);
                    Page page = named(now);
                    return filled(page, now)
                            .options("kind", Option.of(page, "enterprise.partner-kind.", PartnerKind.values()));
                })
                .run(partner -> {
                    partners.change(id, form.version(), partner);
                    return forms.done(here, "enterprise.done.partner-changed");
                });
    }

    @POST
    @Path("partners/{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response end(@PathParam("id") long id, Form form) {
        partners.end(id, form.version());
        return forms.done("/desk/partners", "enterprise.done.partner-ended");
    }
}
