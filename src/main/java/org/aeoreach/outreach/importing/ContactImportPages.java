package org.aeoreach.outreach.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.aeoreach.importing.ImportDesk;
import org.aeoreach.importing.ImportKind;
import org.aeoreach.importing.KeptLine;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.list.Listing;

/** The pages of imports of past contacts. */
@Path(ContactImports.PATH)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ApplicationScoped
public class ContactImportPages extends ImportDesk {

    @Inject
    private ContactImports kind;

    @Inject
    private ContactImportList list;

    @Inject
    private KeptContacts kept;

    @Override
    protected ImportKind kind() {
        return kind;
    }

    @Override
    protected Listing imports() {
        return list;
    }

    @Override
    protected List<KeptLine> kept(long id, int limit) {
        return kept.first(id, limit);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(
            value = Access.Who.WORKING_OFFICERS,
            limit = Limit.EXPORT,
            body = ContactImports.LARGEST + FORM,
            audited = true)
    public Response receive(List<EntityPart> parts) throws IOException {
        return received(parts);
    }
}
