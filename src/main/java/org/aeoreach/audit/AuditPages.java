package org.aeoreach.audit;

import static org.aeoreach.scope.Role.AUDITOR;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aeoreach.job.JobPages;
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.platform.Messages;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Pages;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.jspecify.annotations.Nullable;

/** The audit as an auditor reads it. */
@Path("/desk/audit")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class AuditPages {

    @Inject
    private AuditEntries entries;

    @Inject
    private Jobs jobs;

    @Inject
    private Messages messages;

    @Inject
    private Pages pages;

    @GET
    @Access(roles = AUDITOR, limit = Limit.SEARCH)
    public JteModel list(@BeanParam AuditFilter filter, @BeanParam Paging paging) {
        var shown = new Shown(
                filter,
                messages.named("audit.action."),
                messages.named("audit.record."),
                entries.list(filter, paging.afterId(Long.MAX_VALUE), paging.limit()),
                jobs.newestDone(VerifyAudit.NAME).orElse(null));
        return new StaticTemplates().auditList(pages.titled("audit.title"), shown);
    }

    /** All that the page shows. @param verified the newest verification, or null */
    public record Shown(
            AuditFilter filter,
            List<String> actions,
            List<String> recordTypes,
            Slice<AuditEntryView> entries,
            @Nullable JobView verified) {

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
