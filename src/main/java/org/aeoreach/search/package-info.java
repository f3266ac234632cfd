/**
 * Finding records by what people type: the only room with Lucene.
 *
 * <p>A room that wants its records found implements {@link org.aeoreach.search.Indexed}: it says which kind they are and
 * how they are read as plain {@link org.aeoreach.search.Entry entries}. Each node keeps an index of its own for each
 * kind, fed about every second from the table {@code search_change}, and asks it through
 * {@link org.aeoreach.search.Searches}, within a range of units. Without an index there is no answer, which is not an
 * empty one; {@link org.aeoreach.search.IndexState} says how far it is. What is found is an id: the asking room reads the row
 * again through the database, whose row-level security has the last word. This room knows no feature.
 */
@NullMarked
package org.aeoreach.search;

import org.jspecify.annotations.NullMarked;
