package org.aeoreach.identity.token;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.web.BearerToken;
import org.aeoreach.web.Limit;
import org.aeoreach.web.RateLimits;

/**
 * Binds the person behind a bearer token to the request. Runs before the session is looked at: a request that shows a
 * token stands or falls with it, whatever cookie comes along.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class TokenFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private Bearers bearers;

    @Inject
    private RateLimits limits;

    @Inject
    private CurrentViewer viewer;

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString("Authorization");
        String path = RequestContext.current().path();
        if (!BearerToken.in(authorization) || path.startsWith("/health")) {
            return;
        }
        if (!BearerToken.opens(path)) {
            throw RefusedToken.onPage();
        }
        Bearers.Bearer bearer = find(BearerToken.of(authorization)).orElseThrow(this::refusal);
        if (bearer.scope() == TokenScope.READ && !SAFE.contains(request.getMethod())) {
            throw RefusedToken.readsOnly();
        }
        viewer.bind(bearer.viewer());
    }

    private Optional<Bearers.Bearer> find(String token) {
        return TokenText.wellFormed(token) ? bearers.find(token) : Optional.empty();
    }

    /** Only a bad token is counted: nobody's good one is refused because of somebody else at his address. */
    private RuntimeException refusal() {
        limits.take(Limit.BAD_TOKEN, null);
        return RefusedToken.unknown();
    }
}
