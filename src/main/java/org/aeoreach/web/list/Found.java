package org.aeoreach.web.list;

import java.util.List;
import org.aeoreach.platform.Rows;

/**
 * One page of rows, in the order of the list.
 *
 * @param earlier whether there is a page before it
 * @param later whether there is a page behind it
 * @param count rows of all pages, at most {@value #COUNTED} + 1
 * @param lost whether the row this page was to begin at is gone, so that it begins at the first
 */
record Found(List<Rows.Row> rows, boolean earlier, boolean later, int count, boolean lost) {

    /** Counted exactly up to here. */
    static final int COUNTED = 10_000;

    static final Found NOTHING = new Found(List.of(), false, false, 0, false);
}
