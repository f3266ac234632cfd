package org.aeoreach.campaign.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What each part of a unit reached of each audience by each channel.
 *
 * @param columns audiences with the channels that reached any of theirs
 */
public record HeatTable(List<Column> columns, List<Line> lines) {

    private static final int SHADES = 5;

    /** A column. */
    public record Column(String audience, String channel) {}

    /** A part of the unit. @param cells one for each column */
    public record Line(CoverageRow part, List<Cell> cells) {}

    /** A figure. @param shade 0 for none to {@value #SHADES} for the most of the part's enterprises in scope */
    public record Cell(Column column, long enterprises, int shade) {}

    static HeatTable of(List<CoverageRow> parts, List<Coverages.Heat> found) {
        Map<String, Long> by = new LinkedHashMap<>();
        TreeSet<String> keys = new TreeSet<>();
        for (Coverages.Heat each : found) {
            keys.add(each.audience() + "/" + each.channel());
            by.merge(each.part() + "/" + each.audience() + "/" + each.channel(), each.enterprises(), Long::sum);
        }
        List<Column> columns = keys.stream()
                .map(key -> key.split("/", 2))
                .map(key -> new Column(key[0], key[1]))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (CoverageRow part : parts) {
            String key = part.self() ? "" : part.key();
            lines.add(new Line(
                    part,
                    columns.stream()
                            .map(column -> cell(
                                    part,
                                    column,
                                    by.getOrDefault(key + "/" + column.audience() + "/" + column.channel(), 0L)))
                            .toList()));
        }
        return new HeatTable(columns, lines);
    }

    private static Cell cell(CoverageRow part, Column column, long enterprises) {
        long all = Math.max(1, part.figures().inScope());
        int shade = enterprises == 0 ? 0 : (int) Math.min(SHADES, 1 + enterprises * 20 / all);
        return new Cell(column, enterprises, shade);
    }
}
