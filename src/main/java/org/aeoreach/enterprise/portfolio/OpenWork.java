package org.aeoreach.enterprise.portfolio;

/**
 * Something that can be open for an enterprise, such as tasks or questions, told by the room that keeps it. Every bean
 * becomes a column of the work list and a line of the brief at a handover.
 */
public interface OpenWork {

    /** Names it in addresses of lists: lower-case letters and dashes; never changed. */
    String key();

    /** Message key of the column's heading. */
    String header();

    /** SQL of ours: how many are open for the enterprise {@code e}; row-level security holds. */
    String count();

    /** Where those of one enterprise are listed. */
    String href(long enterprise);
}
