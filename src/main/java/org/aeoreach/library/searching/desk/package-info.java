/**
 * The pages on which editors steer the library's search.
 *
 * <p>{@link org.aeoreach.library.searching.desk.PinsDesk} shows what is found for a question now and what would be found
 * with a change, before the change is kept; {@link org.aeoreach.library.searching.desk.JudgedDesk} asks the judged
 * questions and says in words where each expected document stands and why. For those who keep the library of the whole
 * country.
 */
@NullMarked
package org.aeoreach.library.searching.desk;

import org.jspecify.annotations.NullMarked;
