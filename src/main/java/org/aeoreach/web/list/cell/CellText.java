package org.aeoreach.web.list.cell;

import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.aeoreach.platform.Time;

/** Cells as plain text: for files that know nothing else, and for those who hear instead of see. */
public final class CellText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private CellText() {}

    /** Days and times as ISO writes them, times in Shanghai. */
    public static String of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        } else if (cell instanceof Cell.Day day) {
            return day.day().toString();
        } else if (cell instanceof Cell.Moment moment) {
            return MOMENT.format(moment.at().atZone(Time.ZONE));
        } else if (cell instanceof Cell.Amount amount) {
            return amount.value().toString();
        } else if (cell instanceof Cell.Status status) {
            return status.text();
        } else if (cell instanceof Cell.Link link) {
            return of(link.cell());
        } else if (cell instanceof Cell.Share share) {
            return share.done() + " / " + share.total();
        } else if (cell instanceof Cell.Several several) {
            return several.cells().stream()
                    .map(CellText::of)
                    .collect(Collectors.joining(several.lines() ? "; " : " "));
        }
        throw new IllegalArgumentException(cell.toString());
    }
}
