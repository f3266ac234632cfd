/**
 * Enquiries by mail: what people write to the address of a unit becomes an enquiry or joins the one it belongs to.
 *
 * <p>The mail room has sorted out what machines wrote and says which conversation a mail carries the secret of; this
 * package decides what that means for enquiries. A mail only ever adds words: it changes neither asker nor enterprise, and
 * who it says it is from decides at most whose name stands over a new question.
 */
@NullMarked
package org.aeoreach.enquiry.inbound;

import org.jspecify.annotations.NullMarked;
