package org.aeoreach.audit;

import static org.aeoreach.scope.Role.AUDITOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.aeoreach.job.JobPages;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.list.ListPage;
import org.aeoreach.web.list.Lists;
import org.aeoreach.web.list.export.ExportFile;
import org.jspecify.annotations.Nullable;

/** The audit as an auditor reads it. */
@Path("/desk/audit")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AuditPages {

    @Inject
    private AuditList list;

    @Inject
    private Lists lists;

    @Inject
    private Jobs jobs;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = AUDITOR, limit = Limit.SEARCH)
    public Response list(@Context UriInfo address) {
        ListPage entries = lists.show(list, address);
        var shown = new Shown(entries, jobs.newestDone(VerifyAudit.NAME).orElse(null));
        return lists.answer(entries, new StaticTemplates().auditList(pages.titled("audit.title"), shown));
    }

    @GET
    @Path("export")
    @Produces({ExportFile.CSV, ExportFile.XLSX})
    @Access(roles = AUDITOR, limit = Limit.EXPORT, audited = true)
    public Response export(@Context UriInfo address) {
        return lists.export(list, address);
    }

    /** All that the page shows. @param verified the newest verification, or null */
    public record Shown(ListPage entries, @Nullable JobView verified) {

        public boolean sound() {
            return verified != null
                    && verified.result() != null
                    && verified.result().getBoolean("sound", false);
        }
    }

    @POST
    @Path("verification")
    @Access(roles = AUDITOR, body = 4096, audited = true)
    public Response verify() {
        return JobPages.shown(jobs.start(VerifyAudit.NAME, JsonValue.EMPTY_JSON_OBJECT));
    }
}
