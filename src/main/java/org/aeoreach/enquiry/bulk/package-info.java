/**
 * One deed for many enquiries ticked in the queue: an answer, an officer, tags, or the end.
 *
 * <p>Offers the page that says which of them it is possible for and why not for the others, and carries it out for all
 * that were ticked there, or for none when one of them has changed meanwhile; then that one is named and what was typed
 * is kept. Answers sent together are taken back together. Each deed is done as for one enquiry alone; this package must
 * not know how.
 */
@NullMarked
package org.aeoreach.enquiry.bulk;

import org.jspecify.annotations.NullMarked;
