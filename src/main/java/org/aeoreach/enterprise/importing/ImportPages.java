package org.aeoreach.enterprise.importing;

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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Confirmation;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;

/** The import of the registry in steps: file, columns, preview, report; and its undoing. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ImportPages {

    private static final String HERE = "/desk/enterprises/imports/";
    private static final String ONE = "enterprises/imports/{id: [0-9]{1,18}}";
    /** Refused rows shown on the page of an import. */
    private static final int SHOWN = 50;

    @Inject
    private Imports imports;

    @Inject
    private TryImport trial;

    @Inject
    private RejectedFile rejected;

    @Inject
    private ImportForms columns;

    @Inject
    private Uploads uploads;

    @Inject
    private ImportList list;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    @GET
    @Path("enterprises/imports")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown,
                new StaticTemplates().enterpriseImportingImports(pages.titled("enterpriseimport.imports"), shown));
    }

    @GET
    @Path("enterprises/imports/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("enterprises/imports/new")
    @Access(Access.Who.WORKING_OFFICERS)
    public JteModel file() {
        return file(Form.of(Imports.Source.class));
    }

    private JteModel file(Form form) {
        return new StaticTemplates().enterpriseImportingFile(pages.titled("enterpriseimport.new"), form);
    }

    @POST
    @Path("enterprises/imports/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(
            value = Access.Who.WORKING_OFFICERS,
            limit = Limit.EXPORT,
            body = Imports.LARGEST + (1 << 20),
            audited = true)
    public Response receive(List<EntityPart> parts) throws IOException {
        return forms.submit(Form.ofParts(parts), Imports.Source.class)
                .again(this::file)
                .run(source -> received(parts, source));
    }

    private Response received(List<EntityPart> parts, Imports.Source source) {
        try (Received file = uploads.part(parts, "file", Imports.USE)
                .orElseThrow(() -> Problem.invalid("file", "component.upload.none"))) {
            return to(HERE + imports.receive(file, source).id() + "/columns");
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
    }

    private static Response to(String path) {
        return Response.status(303).location(URI.create(path)).build();
    }

    @GET
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel columns(@PathParam("id") long id) {
        ImportView view = imports.get(id);
        return columns(view, columns.of(view));
    }

    private JteModel columns(ImportView view, Form form) {
        return new StaticTemplates()
                .enterpriseImportingColumns(
                        pages.titled("enterpriseimport.columns"), view, columns.samples(view), columns.worded(form));
    }

    @POST
    @Path(ONE + "/columns")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 1 << 16, audited = true)
    public Response chooseColumns(@PathParam("id") long id, Form form) {
        return forms.submit(form, Imports.Columns.class)
                .again(failed -> columns(imports.get(id), failed))
                .run(chosen -> {
                    imports.columns(id, form.version(), chosen);
                    return to(HERE + id + "/preview");
                });
    }

    @POST
    @Path(ONE + "/sheet")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response chooseSheet(@PathParam("id") long id, Form form) {
        return forms.submit(form, Imports.Sheet.class).run(sheet -> {
            imports.sheet(id, form.version(), sheet);
            return to(HERE + id + "/columns");
        });
    }

    @GET
    @Path(ONE + "/preview")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.SEARCH)
    public JteModel preview(@PathParam("id") long id) {
        ImportView view = imports.get(id);
        return new StaticTemplates()
                .enterpriseImportingPreview(
                        pages.titled("enterpriseimport.preview"),
                        view,
                        trial.preview(id),
                        Form.empty().version(view.version()));
    }

    @POST
    @Path(ONE + "/start")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response start(@PathParam("id") long id, Form form) {
        imports.start(id, form.version());
        return to(HERE + id);
    }

    @GET
    @Path(ONE)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id, @BeanParam Paging paging) {
        ImportView view = imports.get(id);
        Page page = pages.titled("enterpriseimport.title-of", view.fileName());
        return new StaticTemplates()
                .enterpriseImportingOne(
                        page, view, imports.rejected(id, paging.afterId(0), SHOWN), columns.labels(view));
    }

    @GET
    @Path(ONE + "/rejected")
    @Produces(ExportFile.CSV)
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, limit = Limit.EXPORT, audited = true)
    public Response rejected(@PathParam("id") long id) {
        return rejected.of(id);
    }

    @GET
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel confirmUndo(@PathParam("id") long id) {
        ImportView view = imports.get(id);
        Page page = pages.titled("enterpriseimport.undo.title");
        String question = page.t("enterpriseimport.undo.question", view.fileName(), view.created(), view.updated());
        Form form = Form.empty().version(view.version());
        return new StaticTemplates()
                .webFormConfirm(
                        page,
                        new Confirmation(
                                question, form, HERE + id + "/undo", "enterpriseimport.undo.title", HERE + id));
    }

    @POST
    @Path(ONE + "/undo")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response undo(@PathParam("id") long id, Form form) {
        imports.undo(id, form.version());
        return to(HERE + id);
    }
}
