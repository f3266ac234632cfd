package org.aeoreach.campaign.coverage;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Rows;

/** The figures of a page that open a list of enterprises. */
public final class FigureLinks {

    private static final Pattern FIGURE =
            Pattern.compile("<a href=\"(/desk/campaigns/enterprises\\?[^\"]+)\">([0-9,]+)</a>");

    private FigureLinks() {}

    /** What each link of a page says, by its address. */
    public static Map<String, Integer> on(Caller viewer, String page) throws SQLException {
        Rows.change("delete from rate_counter");
        Map<String, Integer> found = new LinkedHashMap<>();
        Matcher link = FIGURE.matcher(viewer.get(page).body());
        while (link.find()) {
            found.put(
                    link.group(1).replace("&amp;", "&"),
                    Integer.parseInt(link.group(2).replace(",", "")));
        }
        return found;
    }

    /** Those whose list has another number of rows, with that number. */
    public static Map<String, Integer> wrong(Caller viewer, Map<String, Integer> figures) throws SQLException {
        Map<String, Integer> wrong = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> figure : figures.entrySet()) {
            int rows = rows(viewer, figure.getKey());
            if (rows != figure.getValue()) {
                wrong.put(figure.getKey() + " says " + figure.getValue(), rows);
            }
        }
        return wrong;
    }

    /** Rows of the file of a list. */
    public static int rows(Caller viewer, String list) throws SQLException {
        Rows.change("delete from rate_counter");
        String file = viewer.get(list.replace("/enterprises?", "/enterprises/export?format=csv&"))
                .body();
        return (int) file.lines().filter(line -> !line.isBlank()).count() - 1;
    }
}
