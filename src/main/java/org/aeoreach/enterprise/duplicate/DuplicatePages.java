package org.aeoreach.enterprise.duplicate;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aeoreach.enterprise.registry.Facts;
import org.aeoreach.enterprise.registry.FactsView;
import org.aeoreach.job.JobPages;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Problem;
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
import org.aeoreach.web.picker.EnterprisePicker;
import org.aeoreach.web.picker.EnterprisePickers;
import org.jspecify.annotations.Nullable;

/** Suspected pairs, comparing and merging them. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class DuplicatePages {

    @Inject
    private Pairs pairs;

    @Inject
    private Merges merges;

    @Inject
    private Facts facts;

    @Inject
    private PairList list;

    @Inject
    private Lists lists;

    @Inject
    private Jobs jobs;

    @Inject
    private EnterprisePickers pickers;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** Two enterprises as typed. */
    public record Two(String firstText, String secondText) {}

    /** Both sides; the first is kept. */
    public record Sides(Pair pair, FactsView kept, FactsView merged) {}

    @GET
    @Path("duplicates")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage found = lists.show(list, address);
        return lists.answer(found, new StaticTemplates().enterpriseDuplicates(pages.titled("duplicate.title"), found));
    }

    @GET
    @Path("duplicates/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @POST
    @Path("duplicates/scan")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 4096, audited = true)
    public Response scan() {
        return JobPages.shown(jobs.start(ScanDuplicates.NAME, JsonValue.EMPTY_JSON_OBJECT));
    }

    @GET
    @Path("duplicates/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel naming() {
        return naming(Form.of(Two.class));
    }

    private JteModel naming(Form form) {
        return new StaticTemplates()
                .enterpriseDuplicatenew(
                        pages.titled("duplicate.new.title"),
                        form,
                        pickers.of(form, "first"),
                        pickers.of(form, "second"));
    }

    @POST
    @Path("duplicates/new")
    @Access(value = Access.Who.WORKING_OFFICERS, body = 8192, audited = true)
    public Response name(Form form) {
        return forms.submit(form, Two.class).again(this::naming).run(two -> {
            long first = resolved(form, "first");
            Pair pair = pairs.suspect(first, resolved(form, "second"));
            return Response.seeOther(URI.create("/desk/duplicates/" + pair.id()))
                    .build();
        });
    }

    private long resolved(Form form, String field) {
        EnterprisePicker.Typed typed = EnterprisePickers.typed(form, field);
        return pickers.resolve(typed)
                .orElseThrow(() -> Problem.invalid(field + "Text", "component.invalid.no-enterprise"))
                .id();
    }

    /** @param keep "second" to keep the other one */
    @GET
    @Path("duplicates/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public Response compare(@PathParam("id") long id, @QueryParam("keep") @Nullable String keep) {
        Sides sides = sides(pairs.get(id), "second".equals(keep));
        if (sides.kept().mergedInto() != null || sides.merged().mergedInto() != null) {
            FactsView left = sides.kept().mergedInto() == null ? sides.kept() : sides.merged();
            return Response.seeOther(URI.create("/desk/enterprises/" + left.id()))
                    .build();
        }
        return Response.ok(comparison(sides, Form.of(Merges.Wanted.class), dismissal(sides.pair())))
                .build();
    }

    private static Form dismissal(Pair pair) {
        return Form.of(Pairs.Note.class).version(pair.version()).named("dismissal");
    }

    private Sides sides(Pair pair, boolean second) {
        FactsView first = facts.get(pair.firstId());
        FactsView other = facts.get(pair.secondId());
        return second ? new Sides(pair, other, first) : new Sides(pair, first, other);
    }

    private JteModel comparison(Sides sides, Form form, Form dismissal) {
        Page page = pages.titled("duplicate.compare.title");
        List<MergeField> differing = Arrays.stream(MergeField.values())
                .filter(field -> !Objects.equals(field.text(sides.kept(), page), field.text(sides.merged(), page)))
                .toList();
        List<Option> takeable = differing.stream()
                .filter(field -> field.text(sides.merged(), page) != null)
                .map(field -> new Option(
                        field.name(),
                        page.t(field.label()) + page.t("duplicate.colon") + field.text(sides.merged(), page)))
                .toList();
        Form filled = form.has("keptId")
                ? form
                : form.with(
                        "fields",
                        differing.stream()
                                .filter(field -> field.text(sides.kept(), page) == null)
                                .map(Enum::name)
                                .toList());
        return new StaticTemplates()
                .enterpriseDuplicate(
                        page, sides, List.of(MergeField.values()), filled.options("fields", takeable), dismissal);
    }

    @POST
    @Path("duplicates/{id: [0-9]{1,18}}/merger")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response merge(@PathParam("id") long id, Form form) {
        Pair pair = pairs.get(id);
        boolean second = form.value("keptId").equals(Long.toString(pair.secondId()));
        return forms.submit(form, Merges.Wanted.class)
                .again(failed -> comparison(sides(pair, second), failed, dismissal(pair)))
                .run(wanted -> {
                    if (!List.of(pair.firstId(), pair.secondId())
                            .containsAll(List.of(wanted.keptId(), wanted.mergedId()))) {
                        throw Problem.notFound();
                    }
                    MergeView made = merges.merge(wanted);
                    return forms.done("/desk/mergers/" + made.id(), "duplicate.done.merged");
                });
    }

    @POST
    @Path("duplicates/{id: [0-9]{1,18}}/dismissal")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response dismiss(@PathParam("id") long id, Form form) {
        return forms.submit(form, Pairs.Note.class)
                .again(failed -> comparison(sides(pairs.get(id), false), Form.of(Merges.Wanted.class), failed))
                .run(note -> {
                    pairs.dismiss(id, form.version(), note);
                    return forms.done("/desk/duplicates", "duplicate.done.dismissed");
                });
    }

    @GET
    @Path("mergers/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel merger(@PathParam("id") long id) {
        return new StaticTemplates().enterpriseMerger(pages.titled("duplicate.merger.title"), merges.get(id));
    }

    @POST
    @Path("mergers/{id: [0-9]{1,18}}/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response undo(@PathParam("id") long id) {
        merges.undo(id);
        return forms.done("/desk/mergers/" + id, "duplicate.done.undone");
    }
}
