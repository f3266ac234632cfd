package org.aeoreach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads {@code /} to the portal. */
@Path("/")
@ApplicationScoped
public class StartPage {

    @GET
    @Access(Access.Who.ANYONE)
    public Response start() {
        return Response.status(303).location(URI.create("/portal")).build();
    }
}
