package org.aeoreach.enterprise.segment;

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
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Making, changing and using segments. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class SegmentPages {

    /** Fields of the segment itself. */
    private static final Set<String> OWN = Set.of("name", "note", "conditions");

    @Inject
    private Segments segments;

    @Inject
    private SegmentList list;

    @Inject
    private MemberList members;

    @Inject
    private Editors editors;

    @Inject
    private ConditionWords words;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("segments")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response segments(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(shown, new StaticTemplates().enterpriseSegmentList(pages.titled("segment.title"), shown));
    }

    @GET
    @Path("segments/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** The enterprises of one segment. Without one there is nothing to list. */
    @GET
    @Path("segments/members")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response members(@Context UriInfo address) {
        String segment = address.getQueryParameters().getFirst("segment");
        if (segment == null || !segment.matches("[0-9]{1,18}")) {
            return Response.seeOther(URI.create("/desk/segments")).build();
        }
        SegmentView view = segments.get(Long.parseLong(segment));
        ListPage shown = lists.show(members, address);
        return lists.answer(
                shown, new StaticTemplates().enterpriseSegmentMembers(pages.page(view.name()), view, shown));
    }

    @GET
    @Path("segments/members/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response exportMembers(@Context UriInfo address) {
        return lists.export(members, address);
    }

    @GET
    @Path("segments/new")
    @Access(value = Access.Who.WORKING_OFFICERS)
    public JteModel making() {
        return editor(editors.of(0, Form.empty(), Draft.EMPTY));
    }

    private JteModel editor(Editor editor) {
        return new StaticTemplates()
                .enterpriseSegmentEditor(pages.titled(editor.id() == 0 ? "segment.new" : "segment.edit"), editor);
    }

    /** The editor with what was filled in, a row more or less, and how many enterprises that is. Changes nothing. */
    @POST
    @Path("segments/draft")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536, limit = Limit.SEARCH)
    public JteModel draft(Form form) {
        String id = form.value("id");
        return editor(editors.of(
                id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0,
                form,
                DraftOf.form(form).after(form.value("do"))));
    }

    @POST
    @Path("segments")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 65536, audited = true)
    public Response create(Form form) {
        return saved(0, form, definition -> segments.create(definition));
    }

    private Response saved(long id, Form form, Function<Segments.Definition, SegmentView> save) {
        Draft draft = DraftOf.form(form);
        Form complete = form.with("conditions", ConditionText.write(draft.condition()));
        return forms.submit(complete, Segments.Definition.class)
                .again(failed -> {
                    Editor editor = editors.refused(id, form, draft);
                    Map<String, String> errors = new TreeMap<>(editor.errors());
                    // What is wrong with a row stands in it already, under the name it has in the form.
                    boolean told = !errors.isEmpty();
                    failed.errors().stream()
                            .filter(error -> !told || OWN.contains(error.field()))
                            .forEach(error -> errors.putIfAbsent(
                                    OWN.contains(error.field()) ? error.field() : "conditions", error.message()));
                    return editor(over(id, form, editor.with(errors)));
                })
                .run(definition -> {
                    SegmentView view = save.apply(definition);
                    return forms.done("/desk/segments/members?segment=" + view.id(), "segment.done.saved");
                });
    }

    /** Saved in another window meanwhile: what was typed stays, and the next saving replaces what is there. */
    private Editor over(long id, Form form, Editor editor) {
        long newest = id == 0 ? 0 : segments.get(id).version();
        return id == 0 || newest == form.version() ? editor : editor.over(newest);
    }

    @GET
    @Path("segments/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.OWN)
    public JteModel segment(@PathParam("id") long id) {
        SegmentView view = segments.get(id);
        Condition condition = ConditionText.read(view.conditions());
        Optional<Draft> draft = DraftOf.condition(condition);
        if (draft.isEmpty() || !view.own()) {
            Page page = pages.page(view.name());
            return new StaticTemplates().enterpriseSegmentText(page, view, words.of(condition, page));
        }
        Form form = Form.empty()
                .with("name", view.name())
                .with("note", view.note())
                .with("shared", view.shared())
                .version(view.version());
        return editor(editors.of(id, form, draft.get()));
    }

    @POST
    @Path("segments/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN, body = 65536, audited = true)
    public Response change(@PathParam("id") long id, Form form) {
        segments.get(id);
        return saved(id, form, definition -> segments.change(id, form.version(), definition));
    }

    @POST
    @Path("segments/{id: [0-9]{1,18}}/deletion")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.OWN, body = 4096, audited = true)
    public Response delete(@PathParam("id") long id, Form form) {
        segments.delete(id, form.version());
        return forms.done("/desk/segments", "segment.done.deleted");
    }
}
