package org.aeoreach.importing.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XLSX workbook (ECMA-376): its sheets, and what their cells refer to. */
final class Workbook {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "xl/workbook.xml";

    private Workbook() {}

    /** What is done with the elements of a part. */
    interface Each {
        void element(XMLStreamReader xml) throws XMLStreamException;
    }

    /** The names of the sheets, in order. */
    static List<String> sheets(Path path) throws IOException {
        try (ZipFile zip = open(path)) {
            return List.copyOf(parts(zip).keySet());
        }
    }

    /** The rows of a sheet. */
    static TableRows rows(Path path, String sheet) throws IOException {
        ZipFile zip = open(path);
        try {
            String part = parts(zip).get(sheet);
            if (part == null) {
                throw TableFile.refused("sheet");
            }
            return new SheetRows(zip, part, new SheetTexts(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            ZipFile zip = new ZipFile(path.toFile());
            Unpacked.requireHarmless(zip);
            return zip;
        } catch (ZipException e) {
            throw TableFile.refused("broken");
        }
    }

    /** The part that holds each sheet, by its name. */
    private static Map<String, String> parts(ZipFile zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        each(zip, "xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship")) {
                targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
            }
        });
        Map<String, String> parts = new LinkedHashMap<>();
        each(zip, MAIN, xml -> {
            String id = xml.getLocalName().equals("sheet") ? xml.getAttributeValue(RELATIONS, "id") : null;
            String target = targets.get(Objects.requireNonNullElse(id, ""));
            if (target != null) {
                parts.put(attribute(xml, "name"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        return parts;
    }

    static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }

    /** Visits the elements of a part, or none when the workbook has no such part. */
    static void each(ZipFile zip, String part, Each each) throws IOException {
        if (zip.getEntry(part) == null) {
            return;
        }
        try (InputStream in = Unpacked.part(zip, part)) {
            XMLStreamReader xml = Xml.read(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    each.element(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw Xml.refused(e);
        }
    }

    /** For each style of cells, as what it shows a number. */
    static List<CellStyle> styles(ZipFile zip) throws IOException {
        Map<Integer, CellStyle> own = new HashMap<>();
        List<CellStyle> styles = new ArrayList<>();
        boolean[] cells = new boolean[1];
        each(zip, "xl/styles.xml", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" ->
                    own.put(number(attribute(xml, "numFmtId")), CellStyle.of(attribute(xml, "formatCode")));
                case "cellXfs" -> cells[0] = true;
                case "cellStyles" -> cells[0] = false;
                case "xf" -> {
                    int id = number(attribute(xml, "numFmtId"));
                    if (cells[0]) {
                        styles.add(own.getOrDefault(id, CellStyle.of(id)));
                    }
                }
                default -> {}
            }
        });
        return styles;
    }

    /** Whether days are counted from 1904 instead of 1900. */
    static boolean from1904(ZipFile zip) throws IOException {
        boolean[] found = new boolean[1];
        each(
                zip,
                MAIN,
                xml -> found[0] |= xml.getLocalName().equals("workbookPr")
                        && List.of("1", "true").contains(attribute(xml, "date1904")));
        return found[0];
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
