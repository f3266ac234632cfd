package org.aeoreach.outreach.task;

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
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.detail.Deadline;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;

/** Tasks: the list, one of them, and what can be done with it. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class TaskPages {

    @Inject
    private Tasks tasks;

    @Inject
    private Owners owners;

    @Inject
    private TaskList list;

    @Inject
    private Lists lists;

    @Inject
    private CurrentViewer viewer;

    @Inject
    private Clock clock;

    @Inject
    private Forms forms;

    @Inject
    private Pages pages;

    /** What can be done with an open task; the form that failed stands open. */
    public record Deeds(Form close, Form move, Form handOver, String failed) {}

    @GET
    @Path("tasks")
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("tasks/export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("tasks/{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel one(@PathParam("id") long id) {
        TaskView task = tasks.get(id);
        return page(task, blank(task));
    }

    private static Deeds blank(TaskView task) {
        return new Deeds(
                Form.of(Tasks.Outcome.class)
                        .named("close")
                        .with("status", TaskStatus.DONE)
                        .version(task.version()),
                Form.of(Tasks.Move.class)
                        .named("move")
                        .with("dueOn", task.dueOn())
                        .version(task.version()),
                Form.of(Tasks.Handing.class).named("hand").version(task.version()),
                "");
    }

    private JteModel page(TaskView task, Deeds deeds) {
        Page page = pages.page(task.title());
        boolean may = task.open() && viewer.require().role().mayWrite();
        return new StaticTemplates()
                .outreachTask(
                        page,
                        task,
                        new Deadline(task.dueOn(), Time.today(clock)),
                        may ? chosen(page, task, deeds) : null);
    }

    /** With what can be chosen. */
    private Deeds chosen(Page page, TaskView task, Deeds deeds) {
        List<Option> others = owners.options(page).stream()
                .filter(option -> !option.value().equals(Long.toString(task.ownerId())))
                .toList();
        return new Deeds(
                deeds.close()
                        .options(
                                "status", Option.of(page, "outreach.task.close.", TaskStatus.DONE, TaskStatus.DROPPED)),
                deeds.move(),
                deeds.handOver().options("ownerId", others),
                deeds.failed());
    }

    /** The forms as they would be shown now. */
    private Deeds now(long id) {
        TaskView task = tasks.get(id);
        return chosen(pages.page(task.title()), task, blank(task));
    }

    @POST
    @Path("tasks/{id: [0-9]{1,18}}/outcome")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 16384, audited = true)
    public Response close(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("close"), Tasks.Outcome.class)
                .again(failed -> again(id, failed, "close"))
                .current(() -> now(id).close())
                .run(outcome -> {
                    tasks.close(id, form.version(), outcome);
                    return forms.done(
                            "/desk/tasks/" + id,
                            outcome.status() == TaskStatus.DONE
                                    ? "outreach.done.task-done"
                                    : "outreach.done.task-dropped");
                });
    }

    @POST
    @Path("tasks/{id: [0-9]{1,18}}/day")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response move(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("move"), Tasks.Move.class)
                .again(failed -> again(id, failed, "move"))
                .current(() -> now(id).move())
                .run(move -> {
                    tasks.move(id, form.version(), move);
                    return forms.done("/desk/tasks/" + id, "outreach.done.task-moved");
                });
    }

    @POST
    @Path("tasks/{id: [0-9]{1,18}}/owner")
    @Access(value = Access.Who.WORKING_OFFICERS, reach = Access.Reach.SUBTREE, body = 8192, audited = true)
    public Response handOver(@PathParam("id") long id, Form form) {
        return forms.submit(form.named("hand"), Tasks.Handing.class)
                .again(failed -> again(id, failed, "hand"))
                .current(() -> now(id).handOver())
                .run(handing -> {
                    tasks.handOver(id, form.version(), handing);
                    return forms.done("/desk/tasks", "outreach.done.task-handed");
                });
    }

    private JteModel again(long id, Form failed, String which) {
        TaskView task = tasks.get(id);
        Deeds blank = blank(task);
        return page(
                task,
                switch (which) {
                    case "close" -> new Deeds(failed, blank.move(), blank.handOver(), which);
                    case "move" -> new Deeds(blank.close(), failed, blank.handOver(), which);
                    default -> new Deeds(blank.close(), blank.move(), failed, which);
                });
    }
}
