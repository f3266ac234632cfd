package org.aeoreach.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;

/**
 * Binds the person behind the session cookie to the request, which is then answered in his language; unless a token has
 * already said whose it is.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class SessionFilter implements ContainerRequestFilter {

    @Inject
    private Sessions sessions;

    @Inject
    private Cookies cookies;

    @Inject
    private CurrentViewer viewer;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean admitted = viewer.get().isPresent();
        if (!admitted && !request.getUriInfo().getPath().startsWith("health")) {
            cookies.read(request.getCookies(), Cookies.Name.SESSION)
                    .flatMap(sessions::find)
                    .ifPresent(this::bind);
        }
    }

    /** What the person chose goes before what his browser asks for. */
    private void bind(Viewer person) {
        viewer.bind(person);
        RequestContext.current().speak(person.settings().language());
    }
}
