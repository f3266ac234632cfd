package org.aeoreach.web.upload;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.aeoreach.web.ContentPolicy;

/** A file as it is given back: always a download, never something a browser shows or runs (RFC 6266, RFC 8187). */
public final class FileAnswer {

    private FileAnswer() {}

    /** @param content where it lies */
    public static Response of(Path content, String name, String mediaType) {
        return Response.ok(content.toFile(), mediaType)
                .header("Content-Disposition", disposition(name))
                .header("Content-Length", content.toFile().length())
                .header(ContentPolicy.HEADER, ContentPolicy.FOREIGN)
                .build();
    }

    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
