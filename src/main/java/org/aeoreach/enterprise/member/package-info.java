/**
 * The users of an enterprise and their rights, dated: managed by its administrators, seen and ended by its house.
 *
 * <p>An enterprise that has an administrator keeps one: the last cannot be removed, restricted or given a last day by
 * anybody of the enterprise. A person may be a user of several enterprises and acts for one at a time.
 */
@NullMarked
package org.aeoreach.enterprise.member;

import org.jspecify.annotations.NullMarked;
