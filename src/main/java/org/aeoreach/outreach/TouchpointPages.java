package org.aeoreach.outreach;

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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.aeoreach.outreach.correction.Corrections;
import org.aeoreach.outreach.correction.VersionView;
import org.aeoreach.outreach.task.TaskView;
import org.aeoreach.outreach.task.Tasks;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.aeoreach.web.upload.FileType;
import org.aeoreach.web.upload.FileUse;
import org.aeoreach.web.upload.Received;
import org.aeoreach.web.upload.Uploads;

/** The ledger: its list, one contact, and the files added to it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TouchpointPages {

    /** What may be added to a contact. */
    public static final FileUse FILES = new FileUse(
            "touchpoint",
            List.of(FileType.PDF, FileType.PNG, FileType.JPEG, FileType.XLSX, FileType.DOCX),
            TouchpointPages.LARGEST);

    /** Bytes of a file. */
    static final int LARGEST = 10 << 20;

    private static final int FORM = 11 << 20;

    @Inject
    private Touchpoints touchpoints;

    @Inject
    private Corrections corrections;

    @Inject
    private Tasks tasks;

    @Inject
    private Subjects subjects;

    @Inject
    private TouchpointList list;

    @Inject
    private Lists lists;

    @Inject
    private MarkContacted contacted;

    @Inject
    private Uploads uploads;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** The form with which a file is added. */
    record Adding() {}

    /**
     * One contact.
     *
     * @param writable whether the viewer may correct it
     * @param prospects how many of its enterprises may be moved on to the step "contacted"
     * @param draft key of the draft the browser kept, to be dropped
     * @param titles of the known subjects
     */
    public record Shown(
            TouchpointView touchpoint,
            List<TaskView> tasks,
            List<VersionView> versions,
            boolean writable,
            int prospects,
            String draft,
            Subjects.Titles titles,
            Form file) {}

    @GET
    @Path("touchpoints")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        var shown = lists.show(list, address);
        return lists.answer(
                shown, new StaticTemplates().outreachTouchpoints(pages.titled("outreach.touchpoints.title"), shown));
    }

    @GET
    @Path("touchpoints/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("touchpoints/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        return page(touchpoints.get(id), Form.of(Adding.class));
    }

    private JteModel page(TouchpointView touchpoint, Form file) {
        Page page = pages.page(title(touchpoint, pages.titled("outreach.touchpoint.title")));
        boolean writable = touchpoint.mine()
                && touchpoint.counts()
                && viewer.require().role().mayWrite();
        var shown = new Shown(
                touchpoint,
                touchpoint.words() == null ? List.of() : tasks.of(touchpoint.id()),
                corrections.versions(touchpoint.id()),
                writable,
                writable ? MarkContacted.prospects(touchpoint).size() : 0,
                "contact:" + viewer.require().accountId(),
                subjects.titles(),
                file);
        return new StaticTemplates().outreachTouchpoint(page, shown);
    }

    /** The enterprises that are still prospects have been contacted by this. */
    @POST
    @Path("touchpoints/{id: [0-9]{1,18}}/journey")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response contacted(@PathParam("id") long id) {
        contacted.mark(id);
        return forms.done("/desk/touchpoints/" + id, "outreach.done.contacted");
    }

    private static String title(TouchpointView touchpoint, Page page) {
        String channel = page.t("outreach.channel." + touchpoint.channel());
        int parties = touchpoint.parties().size();
        if (parties == 0) {
            return channel;
        }
        TouchpointView.Party first = touchpoint.parties().get(0);
        return page.t("outreach.touchpoint.with", parties - 1, channel, page.pick(first.nameZh(), first.nameEn()));
    }

    @POST
    @Path("touchpoints/{id: [0-9]{1,18}}/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = FORM, audited = true)
    public Response attach(@PathParam("id") long id, List<EntityPart> parts) throws IOException {
        return forms.submit(Form.ofParts(parts), Adding.class)
                .again(failed -> page(touchpoints.get(id), failed))
                .run(nothing -> attached(id, parts));
    }

    private Response attached(long id, List<EntityPart> parts) {
        touchpoints.own(id);
        try (Received file = uploads.part(parts, "file", FILES)
                .orElseThrow(() -> Problem.invalid("file", "component.upload.none"))) {
            touchpoints.attach(id, file);
        } catch (IOException e) {
            throw new UncheckedIOException("A file did not arrive", e);
        }
        return forms.done("/desk/touchpoints/" + id, "outreach.done.attached");
    }
}
