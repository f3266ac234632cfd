/**
 * What editors decide about answers of the library's search: documents that come first, words that mean the same.
 *
 * <p>{@link org.aeoreach.library.searching.steering.Steerings} keeps it in the database, where only somebody who works
 * for the whole country can change it, and each node reads it every two seconds. It changes no index: it counts when a
 * question is asked, so a change can be tried before it is kept. This package must not know how a question is answered.
 */
@NullMarked
package org.aeoreach.library.searching.steering;

import org.jspecify.annotations.NullMarked;
