package org.aeoreach.web.list.cell;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** Cells as plain text: for files that know nothing else, and for those who hear instead of see. */
public final class CellText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private CellText() {}

    /** Days and times as ISO writes them. @param zone of times */
    public static String of(Cell cell, ZoneId zone) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Day day) {
            return day.day().toString();
        } else if (cell instanceof Cell.Moment moment) {
            return MOMENT.format(moment.at().atZone(zone));
        } else if (cell instanceof Cell.Amount amount) {
            return amount.value().toString();
        } else if (cell instanceof Cell.Status status) {
            return status.text();
        } else if (cell instanceof Cell.Link link) {
            return of(link.cell(), zone);
        } else if (cell instanceof Cell.Share share) {
            return share.done() + " / " + share.total();
        } else if (cell instanceof Cell.Several several) {
            return several.cells().stream()
                    .map(each -> of(each, zone))
                    .collect(Collectors.joining(several.lines() ? "; " : " "));
        }
        throw new IllegalArgumentException(cell.toString());
    }
}
