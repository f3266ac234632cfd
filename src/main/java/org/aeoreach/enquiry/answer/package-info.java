/**
 * What customs says to an asker: answers with the documents they rest on, questions back, closing and opening again,
 * templates, and what the asker thinks of it.
 *
 * <p>A message can be taken back for half a minute; its letter waits in the outbox as long. An answer carries the
 * authority of the level that gives it and is repeated in the threads of merged enquiries. This package must not know
 * how enquiries come in nor how they are passed between levels.
 */
@NullMarked
package org.aeoreach.enquiry.answer;

import org.jspecify.annotations.NullMarked;
