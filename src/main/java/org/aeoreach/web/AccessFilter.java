package org.aeoreach.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Problem;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Right;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.form.Interrupted;
import org.jspecify.annotations.Nullable;

/** Holds every call against the {@link Access} of its method. Without one, nobody may call it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class AccessFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Inject
    private CurrentViewer current;

    @Inject
    private Configuration configuration;

    @Inject
    private RateLimits limits;

    @Inject
    private Interrupted interrupted;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Access access = resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(Access.class);
        if (access == null) {
            throw Problem.forbidden();
        }
        Viewer viewer = current.get().orElse(null);
        Response kept = viewer == null && !open(access) ? interrupted.answer(request, access.body()) : null;
        if (kept != null) {
            request.abortWith(kept);
            return;
        }
        allow(access, viewer);
        if (access.limit() != Limit.NONE) {
            // Only then: a permit costs a transaction, and liveness must not ask the database.
            limits.take(access.limit(), viewer);
        }
        limitBody(request, access.body());
    }

    private boolean open(Access access) {
        return access.value() == Access.Who.ANYONE
                || (access.value() == Access.Who.DEMO_OR_SIGNED_IN && configuration.demo());
    }

    private void allow(Access access, @Nullable Viewer viewer) {
        if (open(access)) {
            return;
        }
        if (viewer == null) {
            throw new Problem(401, "web.problem.not-signed-in");
        }
        if (!access.value().admits(viewer.role(), access.roles())) {
            throw Problem.forbidden();
        }
        if (viewer.token() != null && !access.tokens()) {
            throw new Problem(403, "web.problem.not-for-tokens");
        }
        for (Right right : access.rights()) {
            if (!viewer.role().isOfficer() && !viewer.may(right)) {
                throw Problem.forbidden();
            }
        }
    }

    private static void limitBody(ContainerRequestContext request, int bytes) {
        if (request.getLength() > bytes) {
            throw BoundedInput.tooLarge(bytes);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new BoundedInput(request.getEntityStream(), bytes));
        }
    }
}
