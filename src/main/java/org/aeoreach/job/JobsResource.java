package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.aeoreach.web.Access;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Background work over REST. What starts a job answers 202 with its address here. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JobsResource {

    @Inject
    private Jobs jobs;

    /** The newest first. */
    @GET
    @Access(Access.Who.OFFICERS)
    public Slice<JobView> list(@QueryParam("kind") @Nullable String kind, @BeanParam Paging paging) {
        return jobs.list(kind, paging.afterId(Long.MAX_VALUE), paging.limit());
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE)
    public JobView get(@PathParam("id") long id) {
        return jobs.get(id);
    }

    /** Asks the job to stop; 202, since it does so a moment later. */
    @POST
    @Path("{id: [0-9]{1,18}}/cancellation")
    @Access(value = Access.Who.OFFICERS, reach = Access.Reach.SUBTREE, body = 4096, audited = true)
    @APIResponseSchema(value = JobView.class, responseCode = "202")
    public Response cancel(@PathParam("id") long id) {
        return accepted(jobs.cancel(id));
    }

    /** The answer to a request that started a job. */
    public static Response accepted(JobView job) {
        return Response.accepted(job)
                .location(URI.create("/api/v1/jobs/" + job.id()))
                .build();
    }
}
