/**
 * The first administrator of an installation.
 *
 * <p>The program prints a code at its first start; whoever holds it makes the first account, and the page is gone. This
 * package must not know how the code was made.
 */
@NullMarked
package org.aeoreach.identity.setup;

import org.jspecify.annotations.NullMarked;
