package org.aeoreach.platform;

/**
 * Rows that are kept for a time only. The room that owns the table says which of them are over; the purge deletes them
 * every hour, in batches, under the jobs role.
 */
public interface Expiring {

    /** The table; the jobs role may read and delete its rows. */
    String table();

    /** The SQL condition of a row that is over. */
    String over();
}
