package org.aeoreach.enterprise.contact;

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
import java.util.Locale;
import org.aeoreach.enterprise.contact.ContactPersons.Owner;
import org.aeoreach.enterprise.partner.PartnerView;
import org.aeoreach.enterprise.partner.Partners;
import org.aeoreach.enterprise.registry.EnterpriseFrame;
import org.aeoreach.enterprise.registry.EnterpriseFrames;
import org.aeoreach.mail.Failures;
import org.aeoreach.mail.Mails;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;

/** Contact persons of an enterprise or a partner organisation: list, form, one person. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ContactPages {

    @Inject
    private ContactPersons persons;

    @Inject
    private Partners partners;

    @Inject
    private EnterpriseFrames frames;

    @Inject
    private Failures failures;

    @Inject
    private Mails mails;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/people")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel list(@PathParam("id") long id) {
        EnterpriseFrame frame = frames.frame(id, "people");
        return new StaticTemplates().enterprisePeople(frame, persons.of(Owner.enterprise(id)));
    }

    @GET
    @Path("enterprises/{id: [0-9]{1,18}}/people/new")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel adding(@PathParam("id") long id) {
        return enterpriseForm(id, fresh());
    }

    @POST
    @Path("enterprises/{id: [0-9]{1,18}}/people/new")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response add(@PathParam("id") long id, Form form) {
        return forms.submit(form, ContactPersons.Person.class)
                .again(failed -> enterpriseForm(id, failed))
                .run(person -> {
                    persons.add(Owner.enterprise(id), person);
                    return forms.done("/desk/enterprises/" + id + "/people", "enterprise.done.contact-added");
                });
    }

    private JteModel enterpriseForm(long id, Form form) {
        EnterpriseFrame frame = frames.acting(id, "people", "enterprise.person.new");
        var enterprise = frame.facts().enterprise();
        return formPage(
                frame.page(),
                form,
                frame.href() + "/people",
                frame.page().pick(enterprise.nameZh(), enterprise.nameEn()));
    }

    @GET
    @Path("partners/{id: [0-9]{1,18}}/people/new")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel addingToPartner(@PathParam("id") long id) {
        return partnerForm(id, fresh());
    }

    @POST
    @Path("partners/{id: [0-9]{1,18}}/people/new")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response addToPartner(@PathParam("id") long id, Form form) {
        return forms.submit(form, ContactPersons.Person.class)
                .again(failed -> partnerForm(id, failed))
                .run(person -> {
                    persons.add(Owner.partner(id), person);
                    return forms.done("/desk/partners/" + id, "enterprise.done.contact-added");
                });
    }

    private JteModel partnerForm(long id, Form form) {
        PartnerView partner = partners.ownOne(id);
        String name = RequestContext.current().language().pick(partner.nameZh(), partner.nameEn());
        Page page = pages.titled("enterprise.person.new", name);
        return new StaticTemplates()
                .enterprisePersonform(
                        page,
                        choices(page, form),
                        persons.wording(),
                        "/desk/partners/" + id + "/people/new",
                        "/desk/partners/" + id,
                        name);
    }

    private JteModel formPage(Page page, Form form, String list, String name) {
        return new StaticTemplates()
                .enterprisePersonform(page, choices(page, form), persons.wording(), list + "/new", list, name);
    }

    private static Form fresh() {
        return Form.of(ContactPersons.Person.class)
                .with("language", Language.ZH)
                .with("purpose", Purpose.OUTREACH);
    }

    static Form choices(Page page, Form form) {
        return form.options("role", Option.of(page, "enterprise.contact-role.", ContactRole.values()))
                .options("language", Option.of(page, "enterprise.language.", Language.values()))
                .options("preferredChannel", Option.of(page, "enterprise.contact-channel.", Channel.values()))
                .options("purpose", Option.of(page, "enterprise.purpose.", Purpose.values()))
                .options("legalBasis", Option.of(page, "enterprise.basis.", LegalBasis.values()));
    }

    @GET
    @Path("contacts/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel person(@PathParam("id") long id) {
        ContactPersonView person = persons.get(id);
        return page(person, filled(person), ending(person), withdrawing(person));
    }

    private static Form filled(ContactPersonView person) {
        return Form.of(ContactPersons.Person.class)
                .with("nameZh", person.nameZh())
                .with("nameEn", person.nameEn())
                .with("positionZh", person.positionZh())
                .with("positionEn", person.positionEn())
                .with("role", person.role())
                .with("language", person.language().toUpperCase(Locale.ROOT))
                .with("mail", person.mail())
                .with("phone", person.phone())
                .with("preferredChannel", person.preferredChannel())
                .with("purpose", person.purpose())
                .with("legalBasis", person.legalBasis())
                .with("consentOn", person.consentOn())
                .version(person.version());
    }

    private static Form ending(ContactPersonView person) {
        return Form.of(ContactPersons.Ending.class).version(person.version());
    }

    private static Form withdrawing(ContactPersonView person) {
        return Form.of(ContactPersons.Withdrawal.class).version(person.version());
    }

    private JteModel page(ContactPersonView person, Form form, Form ending, Form withdrawing) {
        Page page = pages.page(RequestContext.current().language().pick(person.nameZh(), person.nameEn()));
        return new StaticTemplates()
                .enterprisePerson(
                        page,
                        person,
                        choices(page, form),
                        new Endings(ending.named("end"), withdrawing.named("withdraw")),
                        failures.of(person.mail()),
                        mails.to(person.mail()),
                        persons.wording());
    }

    /** The two small forms beside the large one. */
    public record Endings(Form ending, Form withdrawing) {}

    @POST
    @Path("contacts/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        return forms.submit(form, ContactPersons.Person.class)
                .again(failed -> {
                    ContactPersonView person = persons.get(id);
                    return page(person, failed, ending(person), withdrawing(person));
                })
                .current(() -> choices(pages.titled("enterprise.person.new", ""), filled(persons.get(id))))
                .run(person -> {
                    String list = persons.change(id, form.version(), person).listHref();
                    return forms.done(list, "enterprise.done.contact-changed");
                });
    }

    @POST
    @Path("contacts/{id: [0-9]{1,18}}/end")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response end(@PathParam("id") long id, Form form) {
        return forms.submit(form, ContactPersons.Ending.class)
                .again(failed -> {
                    ContactPersonView person = persons.get(id);
                    return page(person, filled(person), failed, withdrawing(person));
                })
                .run(ending -> {
                    String list = persons.end(id, form.version(), ending).listHref();
                    return forms.done(list, "enterprise.done.contact-ended");
                });
    }

    /** Mail goes to his address again. */
    @POST
    @Path("contacts/{id: [0-9]{1,18}}/mail-again")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response writeAgain(@PathParam("id") long id) {
        persons.writeAgain(id);
        return forms.done("/desk/contacts/" + id, "enterprise.done.written-again");
    }

    @POST
    @Path("contacts/{id: [0-9]{1,18}}/withdrawal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response withdraw(@PathParam("id") long id, Form form) {
        return forms.submit(form, ContactPersons.Withdrawal.class)
                .again(failed -> {
                    ContactPersonView person = persons.get(id);
                    return page(person, filled(person), ending(person), failed);
                })
                .run(withdrawal -> {
                    persons.withdraw(id, form.version(), withdrawal);
                    return forms.done("/desk/contacts/" + id, "enterprise.done.consent-withdrawn");
                });
    }
}
