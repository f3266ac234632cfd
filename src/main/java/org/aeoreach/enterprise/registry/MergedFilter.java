package org.aeoreach.enterprise.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.platform.RequestContext;

/**
 * Leads programs that read from the number of a merged enterprise to that of the one that stays. To them such a number
 * is of nothing ({@link Facts#standing}), so that only then it is asked where it leads. The answer is not to be stored,
 * since a merger can be taken back; whoever wants to change a record must know which, and is not led. Pages are led by
 * {@link EnterpriseFrames}.
 */
@Provider
public class MergedFilter implements ContainerResponseFilter {

    private static final Pattern ENTERPRISE = Pattern.compile("/?(api/v1/enterprises/)([0-9]{1,18})((?:/.*)?)");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private Facts facts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Matcher path = ENTERPRISE.matcher(request.getUriInfo().getPath());
        if (response.getStatus() == 404 && READING.contains(request.getMethod()) && path.matches()) {
            facts.keptOf(Long.parseLong(path.group(2)))
                    .ifPresent(kept -> lead(response, "/" + path.group(1) + kept + path.group(3)));
        }
    }

    private static void lead(ContainerResponseContext response, String path) {
        response.setStatus(308);
        response.setEntity(null);
        response.getHeaders()
                .putSingle("Location", URI.create(RequestContext.current().withQuery(path)));
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
