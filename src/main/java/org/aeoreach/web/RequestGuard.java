package org.aeoreach.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aeoreach.platform.InFlight;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.scope.CurrentViewer;
import org.jspecify.annotations.Nullable;

/**
 * The first thing a request meets: gives it an id, refuses what no honest client sends, sets the security headers and
 * counts requests in flight so that a stopping server can let them finish.
 */
@WebFilter(filterName = "RequestGuard", urlPatterns = "/*")
public class RequestGuard extends HttpFilter {

    @Inject
    private transient Intake intake;

    @Inject
    private transient ProblemAnswer problems;

    @Inject
    private transient CurrentViewer viewer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        InFlight.begin();
        RequestContext context = intake.context(request);
        RequestContext.begin(context);
        Preferences.begin(request);
        try {
            SecurityHeaders.set(response, context, intake);
            if (request.getHeader("Transfer-Encoding") != null) {
                // With a Content-Length beside it, which the server hides from us, two readers could disagree about
                // where the next request begins: there is none.
                response.setHeader("Connection", "close");
            }
            Problem refusal = intake.refusal(request);
            if (refusal != null) {
                problems.send(refusal, response);
            } else {
                pass(DeclaredBody.of(request), response, chain);
            }
        } finally {
            viewer.unbind();
            RequestContext.end();
            Preferences.end();
            InFlight.end();
        }
    }

    /** What escapes the mappers (a fault while an answer is written) still gets the product's own page. */
    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException clientGone) {
            throw clientGone;
        } catch (ServletException | RuntimeException fault) {
            if (!response.isCommitted()) {
                problems.send(ProblemAnswer.incident(root(fault)), response);
            }
        }
    }

    private static Throwable root(Throwable fault) {
        @Nullable Throwable cause = fault instanceof ServletException ? fault.getCause() : null;
        return cause == null ? fault : cause;
    }
}
