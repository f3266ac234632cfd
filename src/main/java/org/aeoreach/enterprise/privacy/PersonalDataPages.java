package org.aeoreach.enterprise.privacy;

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
import java.util.List;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** What is kept of contact persons: seen, handed out, erased. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class PersonalDataPages {

    @Inject
    private People people;

    @Inject
    private PersonList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** One person and what each room keeps. */
    public record Shown(PersonView person, List<People.Section> sections) {}

    @GET
    @Path("personal-data")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().enterprisePrivacyList(pages.titled("privacy.title"), shown));
    }

    @GET
    @Path("personal-data/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("personal-data/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel person(@PathParam("id") long id) {
        return new StaticTemplates()
                .enterprisePrivacyPerson(pages.titled("privacy.person"), new Shown(people.get(id), people.data(id)));
    }

    /** All of it as a file to hand to the person. */
    @GET
    @Path("personal-data/{id: [0-9]{1,18}}/file")
    @Produces("application/zip")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT, audited = true)
    public Response file(@PathParam("id") long id) {
        byte[] zip = PersonFile.zip(people.handOut(id), pages.titled("privacy.file.title"));
        return Response.ok(zip)
                .header("Content-Disposition", "attachment; filename=\"personal-data-" + id + ".zip\"")
                .build();
    }

    @GET
    @Path("personal-data/{id: [0-9]{1,18}}/erasure")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel erasing(@PathParam("id") long id) {
        return erasing(id, Form.of(People.Erasure.class).version(people.get(id).version()));
    }

    private JteModel erasing(long id, Form form) {
        return new StaticTemplates()
                .enterprisePrivacyErasure(
                        pages.titled("privacy.erase.title"), new Shown(people.get(id), people.data(id)), form);
    }

    @POST
    @Path("personal-data/{id: [0-9]{1,18}}/erasure")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response erase(@PathParam("id") long id, Form form) {
        return forms.submit(form, People.Erasure.class)
                .again(failed -> erasing(id, failed))
                .run(erasure -> {
                    people.erase(id, form.version(), erasure);
                    return forms.done("/desk/personal-data/" + id, "privacy.done.erased");
                });
    }
}
