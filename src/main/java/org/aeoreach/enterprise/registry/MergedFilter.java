package org.aeoreach.enterprise.registry;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.platform.RequestContext;

/**
 * Leads programs that read from the number of a merged enterprise to that of the one that stays. It is not to be stored,
 * since a merger can be taken back; whoever wants to change a record must know which, and is not led. Pages are led by
 * {@link EnterpriseFrames}.
 */
@Provider
@Priority(Priorities.USER)
public class MergedFilter implements ContainerRequestFilter {

    private static final Pattern ENTERPRISE = Pattern.compile("/?(api/v1/enterprises/)([0-9]{1,18})((?:/.*)?)");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private Facts facts;

    @Override
    public void filter(ContainerRequestContext request) {
        Matcher path = ENTERPRISE.matcher(request.getUriInfo().getPath());
        if (READING.contains(request.getMethod()) && path.matches()) {
            facts.mergedInto(Long.parseLong(path.group(2)))
                    .ifPresent(kept -> request.abortWith(Response.status(308)
                            .location(URI.create(
                                    RequestContext.current().withQuery("/" + path.group(1) + kept + path.group(3))))
                            .header("Cache-Control", "no-store")
                            .build()));
        }
    }
}
