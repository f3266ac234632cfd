package org.aeoreach.web;

import jakarta.servlet.http.HttpServletResponse;
import org.aeoreach.platform.RequestContext;

/** Headers of every answer, errors included. */
final class SecurityHeaders {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void set(HttpServletResponse response, RequestContext context, Intake intake) {
        // The server itself sends none (RFC 9110, 6.6.1); devices set their clocks by it.
        response.setDateHeader("Date", intake.now());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("X-Request-Id", context.id());
        if (!context.path().startsWith("/assets/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (intake.https()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
