/**
 * How documents get into the library from outside: from the files that come with the program and from other systems.
 *
 * <p>{@link org.aeoreach.library.take.OwnContent} takes the packaged files in when the program starts, each only when it
 * changed, and never over what an editor wrote since. All documents are written by one function of the database, in one
 * form, {@link org.aeoreach.library.take.DocumentJson}. This package must not know how documents are read or edited.
 */
@NullMarked
package org.aeoreach.library.take;

import org.jspecify.annotations.NullMarked;
