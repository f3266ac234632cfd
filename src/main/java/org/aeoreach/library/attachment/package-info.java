/**
 * Files of documents: facts of a draft, approved with it, given to everybody.
 *
 * <p>{@link org.aeoreach.library.attachment.Attachments} gives the published ones. Their words are read by {@link
 * org.aeoreach.library.attachment.WordsOf} in a process of its own, with little memory and little time, since a file is
 * the work of a stranger; what cannot be read is attached all the same and not found by its words. This package must not
 * know how documents are searched.
 */
@NullMarked
package org.aeoreach.library.attachment;

import org.jspecify.annotations.NullMarked;
