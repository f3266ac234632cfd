package org.aeoreach.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * One JAX-RS application for pages and REST alike, so that one table of routes and one set of filters covers every
 * address; static files have their own servlet at {@code /assets}.
 */
@ApplicationPath("/")
public class ReachApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // Problems are ours to word, validation messages too.
                "jersey.config.server.response.setStatusOverSendError",
                true,
                "jersey.config.server.wadl.disableWadl",
                true,
                "jersey.config.server.disableMoxyJson",
                true,
                // The server's own JSON binding would go before ours, and takes unknown fields without a word.
                "jersey.config.jsonFeature",
                "none",
                // Forms with a file in them.
                "jersey.config.server.provider.classnames",
                "org.glassfish.jersey.media.multipart.MultiPartFeature",
                "jersey.config.server.headers.location.relative.resolution.disabled",
                true);
    }
}
