package org.aeoreach.importing.table;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.aeoreach.platform.Problem;

/** Reads XML that a stranger made: no document type, no entity, nothing fetched. */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    private static XMLInputFactory factory() {
        // That of Java itself, whichever the server puts before it.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static XMLStreamReader read(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** What a fault of the reader is to the person: its own refusal passes as it is. */
    static Problem refused(XMLStreamException fault) {
        for (Throwable cause = fault; cause != null; cause = next(cause)) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return TableFile.refused("broken");
    }

    private static @org.jspecify.annotations.Nullable Throwable next(Throwable cause) {
        return cause instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : cause.getCause();
    }
}
