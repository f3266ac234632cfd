/**
 * Tokens that are used once: links in mail, and the steps of a sign-in.
 *
 * <p>A token is 32 random bytes of which only the hash is kept, with its purpose and its end. Looking at it changes
 * nothing; using it removes its row, so of two at once one gets nothing. This package must not know what is done with
 * what a token proves.
 */
@NullMarked
package org.aeoreach.identity.link;

import org.jspecify.annotations.NullMarked;
