package org.aeoreach.job;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.Arrays;
import java.util.List;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Page;
import org.aeoreach.web.Pages;
import org.aeoreach.web.form.Confirmation;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** Background work as officers see it. */
@Path("/desk/jobs")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class JobPages {

    @Inject
    private Jobs jobs;

    @Inject
    private JobList list;

    @Inject
    private Lists lists;

    @Inject
    private JobKinds kinds;

    @Inject
    private Messages messages;

    @Inject
    private Pages pages;

    @GET
    @Access(value = Access.Who.OFFICERS, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        return lists.page(list, address);
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(value = Access.Who.OFFICERS, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel job(@PathParam("id") long id) {
        JobView job = jobs.get(id);
        return new StaticTemplates().jobOne(pages.page(title(job)), job, report(job));
    }

    /** The part of that page that changes while the job runs; the page asks for it every two seconds. */
    @GET
    @Path("{id: [0-9]{1,18}}/progress")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel progress(@PathParam("id") long id) {
        JobView job = jobs.get(id);
        return new StaticTemplates().jobState(pages.page(title(job)), job, report(job), true);
    }

    private Worded report(JobView job) {
        JobKind kind = kinds.find(job.kind());
        JsonObject result = job.result();
        return worded(kind == null || result == null ? Report.NONE : kind.report(result));
    }

    /** A report in the reader's language. */
    public record Worded(@Nullable String verdict, List<Report.Fact> facts, List<String> findings) {

        /** For pages that show the progress of a job that has no result yet. */
        public static final Worded NONE = new Worded(null, List.of(), List.of());

        public boolean empty() {
            return verdict == null && facts.isEmpty() && findings.isEmpty();
        }
    }

    private Worded worded(Report report) {
        Report.Line verdict = report.verdict();
        return new Worded(
                verdict == null ? null : word(verdict),
                report.facts(),
                report.findings().stream().map(this::word).toList());
    }

    private String word(Report.Line line) {
        Object[] arguments = Arrays.stream(line.arguments())
                .map(argument -> argument instanceof Report.Line inner ? word(inner) : argument)
                .toArray();
        return messages.text(RequestContext.current().language(), line.key(), arguments);
    }

    @GET
    @Path("{id: [0-9]{1,18}}/cancellation")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JteModel confirmCancellation(@PathParam("id") long id) {
        Page page = pages.titled("job.cancel");
        String here = "/desk/jobs/" + id;
        JobView job = jobs.get(id);
        JobKind kind = kinds.find(job.kind());
        String question = page.t(kind == null ? "job.cancel.question" : kind.cancelKey(), title(job));
        return new StaticTemplates()
                .webFormConfirm(
                        page, new Confirmation(question, Form.empty(), here + "/cancellation", "job.cancel", here));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/cancellation")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    public Response cancel(@PathParam("id") long id) {
        return shown(jobs.cancel(id));
    }

    /** Sends the browser to the page of a job it started. */
    public static Response shown(JobView job) {
        return Response.status(303)
                .location(URI.create("/desk/jobs/" + job.id()))
                .build();
    }

    private String title(JobView job) {
        JobKind kind = kinds.find(job.kind());
        return kind == null
                ? job.kind()
                : messages.text(RequestContext.current().language(), kind.titleKey());
    }
}
