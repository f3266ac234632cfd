package org.aeoreach.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.aeoreach.web.Access;
import org.aeoreach.web.ContentPolicy;

/** Gives files back: always as a download, never as something a browser shows or runs (RFC 6266, RFC 8187). */
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
        return Response.ok(files.path(file).toFile(), file.mediaType())
                .header("Content-Disposition", disposition(file.name()))
                .header("Content-Length", file.bytes())
                .header(ContentPolicy.HEADER, ContentPolicy.FOREIGN)
                .build();
    }

    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
