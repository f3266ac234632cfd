/**
 * What is looked for in the library, and what it does not answer.
 *
 * <p>{@link org.aeoreach.library.searching.log.SearchLog} counts on each node and adds the sums to the database every
 * few seconds, so that no search waits for it; nothing that tells a person is kept, neither who asked nor numbers and
 * addresses among the words. Editors who work for the whole country see under {@code /desk/library/gaps} what was asked
 * on several days or five times and found nothing, or nothing that anybody opened. This package must not know how texts are found.
 */
@NullMarked
package org.aeoreach.library.searching.log;

import org.jspecify.annotations.NullMarked;
