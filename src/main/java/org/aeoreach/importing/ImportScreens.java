package org.aeoreach.importing;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.aeoreach.platform.Problem;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.form.Confirmation;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Listing;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;

/** The pages of imports in steps: file, columns, preview, report; and the undoing. Their routes are in {@link ImportDesk}. */
@ApplicationScoped
class ImportScreens {

    /** Rows shown on the page of an import. */
    static final int SHOWN = 50;

    @Inject
    private Imports imports;

    @Inject
    private TryImport trial;

    @Inject
    private ImportForms columns;

    @Inject
    private Uploads uploads;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    public Response list(ImportKind kind, Listing list, UriInfo address) {
        ListPage shown = lists.show(list, address);
        return lists.answer(
                shown, new StaticTemplates().importingImports(pages.titled(kind.key("imports")), kind, shown));
    }

    public JteModel file(ImportKind kind) {
        return file(kind, Form.of(Imports.Named.class));
    }

    private JteModel file(ImportKind kind, Form form) {
        return new StaticTemplates().importingFile(pages.titled("importing.new"), kind, form);
    }

    public Response receive(ImportKind kind, List<EntityPart> parts) throws IOException {
        return forms.submit(Form.ofParts(parts), Imports.Named.class)
                .again(failed -> file(kind, failed))
                .run(source -> received(kind, parts, source));
    }

    private Response received(ImportKind kind, List<EntityPart> parts, Imports.Named named) {
        try (Received file = uploads.part(parts, "file", kind.use())
                .orElseThrow(() -> Problem.invalid("file", "component.upload.none"))) {
            return to(kind, imports.receive(kind, file, named.of(file)).id(), "/columns");
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
    }

    private static Response to(ImportKind kind, long id, String part) {
        return Response.status(303).location(URI.create(here(kind, id) + part)).build();
    }

    private static String here(ImportKind kind, long id) {
        return kind.names().path() + "/" + id;
    }

    public JteModel columns(ImportKind kind, long id) {
        ImportView view = imports.get(kind, id);
        return columns(kind, view, columns.of(view));
    }

    private JteModel columns(ImportKind kind, ImportView view, Form form) {
        return new StaticTemplates()
                .importingColumns(
                        pages.titled("importing.columns"),
                        kind,
                        view,
                        columns.samples(view),
                        columns.worded(kind, form));
    }

    public Response chooseColumns(ImportKind kind, long id, Form form) {
        return forms.submit(form, Imports.Columns.class)
                .again(failed -> columns(kind, imports.get(kind, id), failed))
                .run(chosen -> {
                    imports.columns(kind, id, form.version(), chosen);
                    return to(kind, id, "/preview");
                });
    }

    public Response chooseSheet(ImportKind kind, long id, Form form) {
        return forms.submit(form, Imports.Sheet.class).run(sheet -> {
            imports.sheet(kind, id, form.version(), sheet);
            return to(kind, id, "/columns");
        });
    }

    public JteModel preview(ImportKind kind, long id) {
        ImportView view = imports.get(kind, id);
        return new StaticTemplates()
                .importingPreview(
                        pages.titled("importing.preview"),
                        kind,
                        view,
                        trial.preview(kind, id),
                        Form.empty().version(view.version()));
    }

    public Response start(ImportKind kind, long id, Form form) {
        imports.start(kind, id, form.version());
        return to(kind, id, "");
    }

    /** @param kept the first of what undoing it left */
    public JteModel one(ImportKind kind, long id, Paging paging, List<KeptLine> kept) {
        ImportView view = imports.get(kind, id);
        return new StaticTemplates()
                .importingOne(
                        pages.titled("importing.title-of", view.fileName()),
                        kind,
                        view,
                        imports.rejected(kind, id, paging.afterId(0), SHOWN),
                        kept,
                        columns.labels(kind, view));
    }

    public JteModel confirmUndo(ImportKind kind, long id) {
        ImportView view = imports.get(kind, id);
        Page page = pages.titled("importing.undo.title");
        String question = page.t(kind.key("undo.question"), view.fileName(), view.created(), view.updated());
        Form form = Form.empty().version(view.version());
        String here = here(kind, id);
        return new StaticTemplates()
                .webFormConfirm(page, new Confirmation(question, form, here + "/undo", "importing.undo.title", here));
    }

    public Response undo(ImportKind kind, long id, Form form) {
        imports.undo(kind, id, form.version());
        return to(kind, id, "");
    }
}
