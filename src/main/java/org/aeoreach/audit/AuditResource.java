package org.aeoreach.audit;

import static org.aeoreach.scope.Role.AUDITOR;

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
import org.aeoreach.job.JobView;
import org.aeoreach.job.Jobs;
import org.aeoreach.job.JobsResource;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The audit over REST. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuditResource {

    @Inject
    private AuditEntries entries;

    @Inject
    private Jobs jobs;

    /** The newest first. */
    @GET
    @Access(roles = AUDITOR, limit = Limit.SEARCH)
    public Slice<AuditEntryView> list(@BeanParam AuditFilter filter, @BeanParam Paging paging) {
        return entries.list(filter, paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    /** Starts a verification of all chains; 202 with the job, whose result tells the breaks. */
    @POST
    @Path("verification")
    @Access(roles = AUDITOR, body = 4096, audited = true)
    @APIResponseSchema(value = JobView.class, responseCode = "202")
    public Response verify() {
        return JobsResource.accepted(jobs.start(VerifyAudit.NAME, JsonValue.EMPTY_JSON_OBJECT));
    }
}
