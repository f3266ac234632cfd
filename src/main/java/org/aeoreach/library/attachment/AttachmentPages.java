package org.aeoreach.library.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.aeoreach.web.Access;
import org.aeoreach.web.Limit;
import org.aeoreach.web.upload.FileAnswer;
import org.aeoreach.web.upload.FileStore;

/** Gives files of published documents to everybody. */
@Path("/portal")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@ApplicationScoped
public class AttachmentPages {

    @Inject
    private Attachments attachments;

    @Inject
    private FileStore store;

    @GET
    @Path("library/documents/{code: [A-Za-z0-9._:-]{1,120}}/files/{digest: [0-9a-f]{64}}")
    @Access(value = Access.Who.ANYONE, limit = Limit.SEARCH)
    public Response file(@PathParam("code") String code, @PathParam("digest") String sha256) {
        Attachment file = attachments.get(code, sha256);
        return FileAnswer.of(store.path(sha256), file.name(), file.mediaType());
    }
}
