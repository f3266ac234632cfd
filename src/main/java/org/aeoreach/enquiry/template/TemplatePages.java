package org.aeoreach.enquiry.template;

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
import java.time.Clock;
import java.util.List;
import org.aeoreach.library.Documents;
import org.aeoreach.platform.Time;
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
import org.jspecify.annotations.Nullable;

/** Templates of answers: which there are, a new one, what one says, out of use. */
@Path("/desk/enquiries/templates")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TemplatePages {

    private static final String HOME = "/desk/enquiries/templates";
    private static final int TEXT = 131_072;

    @Inject
    private Templates templates;

    @Inject
    private TemplateList list;

    @Inject
    private Documents documents;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @Inject
    private Clock clock;

    /** What the page shows. @param template null for a new one @param placeholders as they may be typed */
    public record Shown(@Nullable TemplateView template, Form form, String placeholders) {}

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown, new StaticTemplates().enquiryTemplateList(pages.titled("desk.templates.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel entering() {
        return page(null, Form.of(NewTemplate.class));
    }

    @POST
    @Path("new")
    @Access(value = Access.Who.WORKING_OFFICERS, body = TEXT, audited = true)
    public Response enter(Form form) {
        return forms.submit(form, NewTemplate.class)
                .again(failed -> page(null, failed))
                .run(wanted -> {
                    templates.add(wanted);
                    return forms.done(HOME, "desk.done.template-added");
                });
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE_AND_ABOVE)
    public JteModel one(@PathParam("id") long id) {
        TemplateView template = templates.get(id);
        return page(template, filled(template));
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = TEXT, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        return forms.submit(form, NewTemplate.class)
                .again(failed -> page(templates.get(id), failed))
                .current(() -> filled(templates.get(id)))
                .run(wanted -> {
                    templates.change(id, form.version(), wanted);
                    return forms.done(HOME, "desk.done.template-changed");
                });
    }

    @POST
    @Path("{id: [0-9]{1,18}}/archiving")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response archive(@PathParam("id") long id, Form form) {
        templates.archive(id, form.version(), true);
        return forms.done(HOME, "desk.done.template-archived");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/restoring")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response restore(@PathParam("id") long id, Form form) {
        templates.archive(id, form.version(), false);
        return forms.done(HOME, "desk.done.template-restored");
    }

    private static Form filled(TemplateView template) {
        return Form.of(NewTemplate.class)
                .with("templateName", template.name())
                .with("topic", template.topic())
                .with("bodyZh", template.bodyZh())
                .with("bodyEn", template.bodyEn())
                .version(template.version());
    }

    private JteModel page(@Nullable TemplateView template, Form form) {
        Page page = template == null ? pages.titled("desk.templates.new") : pages.page(template.name());
        List<Option> topics = documents.topics(Time.today(clock)).stream()
                .map(each -> new Option(each.code(), each.name(page.language())))
                .toList();
        return new StaticTemplates()
                .enquiryTemplateOne(
                        page, new Shown(template, form.options("topic", topics), Placeholder.all(page.language())));
    }
}
