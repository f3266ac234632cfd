package org.aeoreach.search;

import org.aeoreach.platform.Rows;

/**
 * Records of one kind that can be found. A statement trigger on each table they are made from writes to
 * {@code search_change} with the same kind. All statements here run under the jobs role.
 */
public interface Indexed {

    /** Name of the kind, lower-case letters; also of its directory. */
    String kind();

    /** To be raised when what is read changes its meaning; older indexes are then made again. */
    int version();

    /** SQL that gives the lowest id, the highest id and the number of records; nulls and 0 when there are none. */
    String bounds();

    /** SQL that gives the records from one id to another, both included. */
    String rows();

    /** Reads one of these rows. */
    Entry entry(Rows.Row row);
}
