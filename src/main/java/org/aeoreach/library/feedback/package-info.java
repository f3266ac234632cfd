/**
 * Whether documents helped their readers, and why not.
 *
 * <p>Anybody says it below a document, without giving a name: {@link org.aeoreach.library.feedback.Helpful} keeps the
 * answer, a reason from a short list and a few words. Officers of the unit that keeps the document read them in a list
 * under {@code /desk/library/feedback}. This package must not know who reads.
 */
@NullMarked
package org.aeoreach.library.feedback;

import org.jspecify.annotations.NullMarked;
