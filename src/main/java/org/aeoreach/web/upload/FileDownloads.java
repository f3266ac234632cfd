package org.aeoreach.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;

/** Gives files back to those who may see them. */
@Path("/files")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@ApplicationScoped
public class FileDownloads {

    @Inject
    private StoredFiles files;

    @GET
    @Path("{id: [0-9]{1,18}}")
    @Access(value = Access.Who.SIGNED_IN, reach = Access.Reach.SUBTREE)
    public Response download(@PathParam("id") long id) {
        StoredFile file = files.get(id);
        return FileAnswer.of(files.path(file), file.name(), file.mediaType());
    }
}
