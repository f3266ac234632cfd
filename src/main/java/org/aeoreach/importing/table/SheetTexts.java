package org.aeoreach.importing.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What stands in a cell as text: texts kept once for the whole workbook, numbers as they are, days as ISO dates, with
 * the time of day if they have one, and times as hours, minutes and seconds. */
final class SheetTexts {

    /** Characters kept; larger files are better brought as CSV. */
    private static final int MOST = 48 << 20;

    private static final String PART = "xl/sharedStrings.xml";
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    private final List<String> shared = new ArrayList<>();
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    /** So many days that are shown as a time are a moment, not how long something took. */
    private static final int LONG = 1000;

    private final List<CellStyle> styles;
    private final LocalDate dayZero;

    SheetTexts(ZipFile zip) throws IOException {
        styles = Workbook.styles(zip);
        dayZero = Workbook.from1904(zip) ? FROM_1904 : FROM_1900;
        if (zip.getEntry(PART) != null) {
            try (InputStream in = Unpacked.part(zip, PART)) {
                read(Xml.read(in));
            } catch (XMLStreamException e) {
                throw Xml.refused(e);
            }
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        long kept = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                String text = text(xml, "si");
                kept += text.length();
                if (kept > MOST) {
                    throw TableFile.refused("large");
                }
                shared.add(text);
            }
        }
    }

    /** The texts within an element, without those that only tell how the others are pronounced. */
    static String text(XMLStreamReader xml, String until) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean spoken = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                String name = xml.getLocalName();
                spoken |= name.equals("rPh");
                if (name.equals("t") && !spoken) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                spoken &= !xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals(until)) {
                    return text.toString();
                }
            }
        }
    }

    /** @param type of the cell (ECMA-376 part 1, 18.18.11); empty for a number */
    String of(String type, int style, String value) {
        return switch (type) {
            case "s" -> shared(value);
            case "str", "e" -> value;
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "d" -> value.endsWith("T00:00:00") ? value.substring(0, 10) : value;
            default -> number(style, value);
        };
    }

    private String moment(CellStyle shown, BigDecimal number) {
        long seconds = number.multiply(DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        if (seconds < 86_400 || shown == CellStyle.TIME && number.longValue() < LONG) {
            return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        }
        LocalDateTime at = dayZero.atStartOfDay().plusSeconds(seconds);
        return seconds % 86_400 == 0 ? at.toLocalDate().toString() : at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    private String shared(String value) {
        int index = Workbook.number(value);
        if (index < 0 || index >= shared.size()) {
            throw TableFile.refused("broken");
        }
        return shared.get(index);
    }

    private String number(int style, String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (number.precision() - number.scale() > 40) {
                return value;
            }
            CellStyle shown = style < styles.size() ? styles.get(style) : CellStyle.OTHER;
            if (shown != CellStyle.OTHER && number.signum() > 0) {
                return moment(shown, number);
            }
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (ArithmeticException | NumberFormatException | java.time.DateTimeException e) {
            return value;
        }
    }
}
