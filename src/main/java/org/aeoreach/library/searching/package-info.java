/**
 * The library's search, for everybody: over REST, on a page, and as suggestions while somebody types.
 *
 * <p>{@link org.aeoreach.library.searching.LibrarySource} says how a published document is read for the index that each
 * node keeps; {@link org.aeoreach.library.searching.LibrarySearch} asks it. Without an index there is no answer, which is
 * not an empty one: the page says so, and the library can still be browsed. What is found is public; drafts and archived
 * documents are not in the index.
 */
@NullMarked
package org.aeoreach.library.searching;

import org.jspecify.annotations.NullMarked;
