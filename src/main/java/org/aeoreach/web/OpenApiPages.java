package org.aeoreach.web;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;

/** The description of the REST API, for programs and, with Swagger UI, for people. */
@Path("/openapi")
@ApplicationScoped
public class OpenApiPages {

    @Inject
    private OpenApi api;

    @Inject
    private Pages pages;

    @GET
    @Produces("application/json;charset=UTF-8")
    @Access(Access.Who.DEMO_OR_SIGNED_IN)
    public String document() {
        return api.document(RequestContext.current().language());
    }

    @GET
    @Path("ui")
    @Produces(MediaType.TEXT_HTML)
    @Access(Access.Who.DEMO_OR_SIGNED_IN)
    public JteModel ui() {
        return new StaticTemplates().webOpenapi(pages.titled("web.openapi.title"));
    }
}
