package org.aeoreach.enterprise.privacy.looks;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes every answer that shows something of one enterprise, to a person or to a program: an address below that of the
 * enterprise cannot be forgotten. What cannot be noted is not answered.
 */
@Provider
public class LookFilter implements ContainerResponseFilter {

    private static final Pattern RECORD = Pattern.compile("/?(?:desk|api/v1)/enterprises/([0-9]{1,18})(?:/.*)?");

    @Inject
    private RecordViews views;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Matcher record = RECORD.matcher(request.getUriInfo().getPath());
        if (request.getMethod().equals(HttpMethod.GET) && response.getStatus() == 200 && record.matches()) {
            views.note(Long.parseLong(record.group(1)));
        }
    }
}
