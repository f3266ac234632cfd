/**
 * Finding one of more than a million enterprises, and the people and partners around them, by what somebody types.
 *
 * <p>Names and codes of enterprises are a kind of the search index, names of contact persons and of partner organisations
 * two others; {@link org.aeoreach.enterprise.lookup.EnterpriseLookup}
 * asks it within the viewer's range and reads what it finds again through the database. While a node has no index it
 * finds by beginnings only, and says so and how far it has come. Pickers, the list and the search page all find through here. This package must
 * not know what is done with what is found.
 */
@NullMarked
package org.aeoreach.enterprise.lookup;

import org.jspecify.annotations.NullMarked;
