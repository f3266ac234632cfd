/**
 * From an answer to a question everybody can read.
 *
 * <p>{@link org.aeoreach.enquiry.publish.Publications} makes of an answer that has gone out a draft of the library, in
 * both languages, without the names, numbers and addresses that are known of who asked; a person confirms what still
 * looks like one. A second person publishes it with the library's own approval. Which enquiry it came from is kept here,
 * for officers alone: nothing the public reads says so. This package must not know how the library publishes.
 */
@NullMarked
package org.aeoreach.enquiry.publish;

import org.jspecify.annotations.NullMarked;
