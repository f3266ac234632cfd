package org.aeoreach.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.aeoreach.platform.Problem;

/**
 * Style sheets, scripts and fonts, from our own files and from WebJars. The path of a WebJar file carries its version,
 * so a browser may keep it for a year; our own files are asked for again after an hour.
 */
@WebServlet(urlPatterns = "/assets/*")
public class AssetServlet extends HttpServlet {

    private static final Pattern NAME = Pattern.compile("/(app|webjars)/[A-Za-z0-9@._/-]+");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "ico", "image/x-icon");

    @Inject
    private transient ProblemAnswer problems;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        boolean ours = path.startsWith("/app/");
        try (InputStream file = type == null || !NAME.matcher(path).matches() ? null : open(path, ours)) {
            if (file == null || type == null) {
                response.setHeader("Cache-Control", "no-store");
                problems.send(Problem.notFound(), response);
                return;
            }
            response.setContentType(type);
            response.setHeader("Cache-Control", ours ? "public, max-age=3600" : "public, max-age=31536000, immutable");
            if (path.endsWith("-worker.js")) {
                // Keeps pages of officers alive without network; each says for which page.
                response.setHeader("Service-Worker-Allowed", "/desk/");
            }
            file.transferTo(response.getOutputStream());
        }
    }

    private static InputStream open(String path, boolean ours) {
        String resource = ours ? "/assets" + path.substring("/app".length()) : "/META-INF/resources" + path;
        return AssetServlet.class.getResourceAsStream(resource);
    }
}
