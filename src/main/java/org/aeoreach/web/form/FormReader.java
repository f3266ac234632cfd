package org.aeoreach.web.form;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Problem;

/** Reads what a browser sends for a form, in UTF-8. More fields than any form has are refused. */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FormReader implements MessageBodyReader<Form> {

    private static final int MOST_FIELDS = 2000;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Form.class;
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return Form.received(fields(new String(body.readAllBytes(), StandardCharsets.UTF_8)));
    }

    static Map<String, List<String>> fields(String body) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        String[] pairs = body.isEmpty() ? new String[0] : body.split("&", -1);
        if (pairs.length > MOST_FIELDS) {
            throw new Problem(400, "web.problem.malformed-request");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            sent.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
        }
        return sent;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Problem(400, "web.problem.malformed-request");
        }
    }
}
