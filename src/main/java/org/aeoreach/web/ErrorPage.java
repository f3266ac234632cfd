package org.aeoreach.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aeoreach.platform.RequestContext;

/**
 * What the server refuses before the first filter of ours, such as {@code /WEB-INF}, still gets the product's own
 * answer, with its headers and a request id. The server's own page names itself.
 */
@WebServlet(urlPatterns = ErrorPage.PATH)
public class ErrorPage extends HttpServlet {

    static final String PATH = "/error-page";

    @Inject
    private transient Intake intake;

    @Inject
    private transient ProblemAnswer problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestContext before = RequestContext.current();
        RequestContext context = before.path().isEmpty() ? intake.context(request) : before;
        RequestContext.begin(context);
        try {
            SecurityHeaders.set(response, context, intake);
            Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            problems.send(Mappers.ofStatus(status instanceof Integer code ? code : 404), response);
        } finally {
            if (context != before) {
                RequestContext.end();
            }
        }
    }
}
