package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What a supervisor or a load balancer asks. Not shown through the proxy. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HealthResource {

    @Inject
    private Readiness readiness;

    /** @param checks name of each thing needed, with {@code UP} or what is wrong */
    public record Health(String service, String status, Map<String, String> checks) {}

    @GET
    @Path("live")
    @Access(Access.Who.ANYONE)
    public Health live() {
        return new Health("aeo-reach", "UP", Map.of());
    }

    /** 200 when requests can be served, 503 with the reasons when not. */
    @GET
    @Path("ready")
    @Access(Access.Who.ANYONE)
    public Response ready() {
        Map<String, String> checks = readiness.checks();
        boolean up = checks.values().stream().allMatch("UP"::equals);
        return Response.status(up ? 200 : 503)
                .entity(new Health("aeo-reach", up ? "UP" : "DOWN", checks))
                .build();
    }
}
