/**
 * Training in calendars: the entry that comes with a letter, a file of one session, a feed of what is offered, and secret
 * links by which a calendar program reads what an enterprise has registered for (RFC 5545 and 5546).
 *
 * <p>An entry is named by its registration wherever it comes from, so that a program that has the letter and the feed shows
 * it once. The token of a secret link is shown once and kept as its SHA-256; it opens what its owner may see that minute.
 * This package must not know how anybody registers.
 */
@NullMarked
package org.aeoreach.training.feed;

import org.jspecify.annotations.NullMarked;
