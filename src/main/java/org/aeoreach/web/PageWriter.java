package org.aeoreach.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Renders a template model as the page. It is rendered whole before the first byte leaves, so a fault is no half page. */
@Provider
@Produces(MediaType.TEXT_HTML)
public class PageWriter implements MessageBodyWriter<JteModel> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return JteModel.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            JteModel model,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        model.render(output);
        headers.putSingle("Content-Type", "text/html;charset=UTF-8");
        output.writeTo(body);
    }
}
