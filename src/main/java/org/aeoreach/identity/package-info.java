/**
 * Who somebody is: sign-in, sessions, and the choice of the role he acts in.
 *
 * <p>A session is a row found by the hash of a random cookie, so any node serves any request. This room turns a cookie
 * into a {@link org.aeoreach.scope.Viewer}; what a viewer may see and do is not decided here.
 */
@NullMarked
package org.aeoreach.identity;

import org.jspecify.annotations.NullMarked;
