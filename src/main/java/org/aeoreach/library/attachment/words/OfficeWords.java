package org.aeoreach.library.attachment.words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words in the part of an Office Open XML file that holds them (ECMA-376): what stands in elements {@code t}. */
final class OfficeWords {

    private OfficeWords() {}

    /** @param paragraph name of the element with which a line ends */
    static String read(Path file, String part, String paragraph) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(part);
            if (entry == null) {
                return "";
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return read(in, paragraph);
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static String read(InputStream in, String paragraph) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        StringBuilder words = new StringBuilder();
        boolean text = false;
        // A small file can hold a great deal: no more of it is read than is kept.
        while (xml.hasNext() && words.length() < ReadWords.MOST) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text = xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                text = false;
                if (xml.getLocalName().equals(paragraph)) {
                    words.append('\n');
                }
            } else if (text && event == XMLStreamConstants.CHARACTERS) {
                words.append(xml.getText());
            }
        }
        return words.toString();
    }
}
