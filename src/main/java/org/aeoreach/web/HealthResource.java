package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a supervisor or a load balancer asks. Not shown through the proxy. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HealthResource {

    @Inject
    private Readiness readiness;

    @Inject
    @Any
    private Instance<HealthPart> parts;

    /**
     * @param status UP, DEGRADED (it serves, but a part is not whole) or DOWN
     * @param checks name of each thing needed, with {@code UP} or what is wrong
     * @param parts what it could serve without
     */
    public record Health(String service, String status, Map<String, String> checks, List<HealthPart.Condition> parts) {}

    @GET
    @Path("live")
    @Access(Access.Who.ANYONE)
    public Health live() {
        return new Health("aeo-reach", "UP", Map.of(), List.of());
    }

    /** 200 when requests can be served, if need be without some part; 503 with the reasons when not. */
    @GET
    @Path("ready")
    @Access(Access.Who.ANYONE)
    public Response ready() {
        Map<String, String> checks = readiness.checks();
        boolean up = checks.values().stream().allMatch("UP"::equals);
        List<HealthPart.Condition> all = parts.stream()
                .map(HealthPart::condition)
                .sorted(Comparator.comparing(HealthPart.Condition::name))
                .toList();
        boolean whole = all.stream().allMatch(HealthPart.Condition::whole);
        String status = !up ? "DOWN" : whole ? "UP" : "DEGRADED";
        return Response.status(up ? 200 : 503)
                .entity(new Health("aeo-reach", status, checks, all))
                .build();
    }
}
