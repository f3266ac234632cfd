package org.aeoreach.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.aeoreach.platform.Time;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.Paging;
import org.aeoreach.web.Slice;

/** Published documents over REST: for everybody, like the portal. */
@Path("/api/v1/documents")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DocumentsResource {

    private static final String ONE = "{id: [A-Za-z0-9._:-]{1,120}}";

    @Inject
    private Documents documents;

    @Inject
    private DocumentVersions versions;

    @Inject
    private Clock clock;

    @GET
    @Path(ONE)
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public DocumentView get(@PathParam("id") String id) {
        return documents.get(id);
    }

    @GET
    @Path(ONE + "/asOf")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public DocumentOnDay asOf(@PathParam("id") String id, @QueryParam("day") @DefaultValue("") String asked) {
        LocalDate day = AsOf.of("day", asked, Time.today(clock)).day();
        DocumentView document = documents.get(id);
        return new DocumentOnDay(day, document.on(day), documents.instead(document, day), document);
    }

    @GET
    @Path(ONE + "/versions")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Slice<DocumentVersion> versions(@PathParam("id") String id, @BeanParam Paging paging) {
        return versions.list(id, paging.afterId(Integer.MAX_VALUE), paging.limit());
    }

    @GET
    @Path(ONE + "/versions/{version: [0-9]{1,9}}")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public JsonObject version(@PathParam("id") String id, @PathParam("version") int version) {
        return versions.content(id, version);
    }
}
