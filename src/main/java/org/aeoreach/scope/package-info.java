/**
 * Who looks, as what, and which rows he may see and change.
 *
 * <p>A {@link org.aeoreach.scope.Viewer} is made once per request (or per job) and bound to the thread; the
 * interceptor here tells PostgreSQL about it at the beginning of every transaction, and row-level security does the
 * rest. Without a viewer there are no rows. This room must not know how a viewer signs in.
 */
@NullMarked
package org.aeoreach.scope;

import org.jspecify.annotations.NullMarked;
