package org.aeoreach.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Forgets a toast with the page that shows it; a part of a page shows none. */
@Provider
public class ToastFilter implements ContainerResponseFilter {

    @Inject
    private Toasts toasts;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean page = response.getMediaType() != null
                && response.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE)
                && response.getStatus() != 303
                && request.getHeaderString("HX-Request") == null;
        if (page && Preferences.current().toast() != null) {
            response.getHeaders().add("Set-Cookie", toasts.shown());
        }
    }
}
