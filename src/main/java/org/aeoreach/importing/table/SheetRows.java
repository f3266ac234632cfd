package org.aeoreach.importing.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, streamed. */
final class SheetRows implements TableRows {

    /** Columns a sheet may have (XFD). */
    private static final int WIDEST = 16_384;

    private final ZipFile zip;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final SheetTexts texts;
    private final List<String> cells = new ArrayList<>();
    private long line;

    SheetRows(ZipFile zip, String part, SheetTexts texts) throws IOException {
        this.zip = zip;
        this.texts = texts;
        this.in = Unpacked.part(zip, part);
        try {
            this.xml = Xml.read(in);
        } catch (XMLStreamException e) {
            throw Xml.refused(e);
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String @Nullable [] next() {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")
                        && row()) {
                    return cells.toArray(String[]::new);
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Xml.refused(e);
        }
    }

    /** Reads one row; false when nothing stands in it. */
    private boolean row() throws XMLStreamException {
        String number = Workbook.attribute(xml, "r");
        line = number.isEmpty() ? line + 1 : Workbook.number(number);
        cells.clear();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                cell();
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                return !cells.stream().allMatch(String::isBlank);
            }
        }
    }

    private void cell() throws XMLStreamException {
        int column = column(Workbook.attribute(xml, "r"));
        String type = Workbook.attribute(xml, "t");
        int style = Workbook.number(Workbook.attribute(xml, "s"));
        String text = content(type, style);
        if (text.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** What stands in the cell; a formula as such, whatever it last came to. */
    private String content(String type, int style) throws XMLStreamException {
        String value = "";
        boolean formula = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = texts.of(type, style, xml.getElementText());
                    case "is" -> value = SheetTexts.text(xml, "is");
                    case "f" -> formula = true;
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("c")) {
                return formula ? "=" + value : value;
            }
        }
    }

    /** The column of a reference such as {@code AB12}, from 0; the next one when there is none. */
    private int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && column < WIDEST; i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        if (column > WIDEST) {
            throw TableFile.refused("broken");
        }
        return column == 0 ? cells.size() : column - 1;
    }

    @Override
    public void close() throws IOException {
        try (zip;
                in) {
            xml.close();
        } catch (XMLStreamException e) {
            throw Xml.refused(e);
        }
    }
}
