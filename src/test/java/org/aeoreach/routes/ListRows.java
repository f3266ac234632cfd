package org.aeoreach.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.aeoreach.importing.table.Reading;
import org.aeoreach.importing.table.TableFile;
import org.aeoreach.importing.table.TableRows;
import org.aeoreach.platform.Time;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The rows of a list as its page and its files have them. */
final class ListRows {

    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile(
            "<td class=\"?(list-[a-z]+)?\"?[^>]*?data-label=[^>]*>(.*?)</td>|<td data-label=[^>]*>(.*?)</td>",
            Pattern.DOTALL);
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

    private ListRows() {}

    /** What stands in the rows of a page. */
    static List<List<String>> shown(String page) {
        int from = page.indexOf("<tbody>", page.indexOf("list-table"));
        String body = page.substring(from, page.indexOf("</tbody>", from));
        return ROW.matcher(body)
                .results()
                .map(row -> CELL.matcher(row.group(1).replaceAll("(?s)<td class=\"list-tick\".*?</td>", ""))
                        .results()
                        .map(cell -> cell.group(2) == null
                                ? text(cell.group(3))
                                : "list-number".equals(cell.group(1))
                                                && !cell.group(2).contains("<time")
                                        ? text(cell.group(2)).replaceAll("(?<=\\d),(?=\\d{3})", "")
                                        : text(cell.group(2)))
                        .toList())
                .toList();
    }

    /** The words of a cell: days and times as the files write them, several as they list them. */
    private static String text(String html) {
        String times = Pattern.compile("<time datetime=\"([^\"]+)\">.*?</time>", Pattern.DOTALL)
                .matcher(html)
                .replaceAll(time -> written(time.group(1)));
        String shares = Pattern.compile("<progress[^>]*max=\"(\\d+)\"[^>]*value=\"(\\d+)\".*", Pattern.DOTALL)
                .matcher(times)
                .replaceAll("$2 / $1");
        return unescaped(shares.replaceAll("</div>\\s*<div>", "; ").replaceAll("<[^>]+>", ""))
                .replaceAll("[ \\n\\r\\t]+", " ")
                .strip();
    }

    private static String written(String time) {
        return time.length() == 10
                ? time
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .format(Instant.parse(time).atZone(Time.ZONE));
    }

    static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    static List<List<String>> csv(String text) {
        assertThat(text).startsWith("\uFEFF");
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        Matcher cells = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\r\\n]*))(,|\\r\\n)")
                .matcher(text.substring(1));
        while (cells.find()) {
            row.add(cells.group(1) == null ? cells.group(2) : cells.group(1).replace("\"\"", "\""));
            if (!cells.group(3).equals(",")) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        return rows;
    }

    static List<List<String>> xlsx(byte[] content) throws IOException {
        Path file = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(file, content);
            String name;
            try (ZipFile zip = new ZipFile(file.toFile())) {
                name = sheetName(part(zip, "xl/workbook.xml"));
                String sheet = part(zip, "xl/worksheets/sheet1.xml");
                assertThat(sheet).as("no cell computes").doesNotContain("<f>", "<f ");
            }
            List<List<String>> rows = new ArrayList<>();
            try (TableRows table = TableFile.open(file, new Reading("", "", name))) {
                for (String[] row = table.next(); row != null; row = table.next()) {
                    rows.add(List.of(row));
                }
            }
            return rows;
        } finally {
            Files.delete(file);
        }
    }

    /** Read as XML: characters may stand there as numbers. */
    private static String sheetName(String workbook) {
        try {
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(workbook)));
            return ((Element) document.getElementsByTagName("sheet").item(0)).getAttribute("name");
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(workbook, e);
        }
    }

    private static String part(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Cells of a CSV or a page as both mean them. */
    static List<String> plain(List<String> cells) {
        return cells.stream()
                .map(cell -> undone(cell)
                        .replaceAll("[\\s\\u00A0]+", " ")
                        .replace(" ;", ";")
                        .strip())
                .toList();
    }

    private static String undone(String cell) {
        return cell.matches("(?s)'[\\s\\u00A0]*[=+\\-@＝＋－＠].*") ? cell.substring(1) : cell;
    }

    /** Cells of a spreadsheet or a CSV as both mean them. */
    static List<String> alike(List<String> cells, int width) {
        List<String> alike = new ArrayList<>(plain(cells));
        alike.replaceAll(
                cell -> MOMENT.matcher(cell).matches() ? cell.replace(' ', 'T').replace("T00:00:00", "") : cell);
        while (alike.size() < width) {
            alike.add("");
        }
        return alike;
    }
}
