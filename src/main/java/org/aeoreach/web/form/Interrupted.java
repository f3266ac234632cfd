package org.aeoreach.web.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.templates.StaticTemplates;
import org.aeoreach.web.Pages;
import org.jspecify.annotations.Nullable;

/**
 * A form that arrives after its sender's session ended. What was typed goes back to him in a page from which it can be
 * sent again once he has signed in in another window; nobody loses half an hour of writing to a timeout.
 */
@ApplicationScoped
public class Interrupted {

    /** Nobody is signed in yet: what comes back to strangers is bounded. */
    private static final int LARGEST = 256 * 1024;

    @Inject
    private Pages pages;

    /**
     * The page that keeps what was typed, with status 401; null when the request brings no form.
     *
     * @param limit largest body the route takes, in bytes
     */
    public @Nullable Response answer(ContainerRequestContext request, int limit) throws IOException {
        boolean form = request.getMethod().equals("POST")
                && request.hasEntity()
                && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())
                && !RequestContext.current().isApi();
        int most = Math.min(limit, LARGEST);
        byte[] body = form ? request.getEntityStream().readNBytes(most + 1) : new byte[0];
        if (body.length == 0 || body.length > most) {
            return null;
        }
        Map<String, List<String>> typed =
                new LinkedHashMap<>(FormReader.fields(new String(body, StandardCharsets.UTF_8)));
        typed.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("password"));
        return Response.status(401)
                .entity(new StaticTemplates()
                        .webFormInterrupted(
                                pages.titled("web.interrupted.title"),
                                RequestContext.current().path(),
                                typed))
                .type("text/html;charset=UTF-8")
                .build();
    }
}
