/**
 * Who comes to a session: registering for an enterprise, for oneself or with a confirmed address, waiting, accepting an
 * offered seat, giving up, being approved; and the letters that tell of it, each with an entry for the calendar.
 *
 * <p>What gives or takes a seat is a function of the database, see the migration of seats; this package calls it and says
 * its outcome in words. Letters are written after the commit, from notices those functions leave. Offers what the portal
 * shows to an enterprise and to the owner of a secret link. This package must not know how sessions are planned.
 */
@NullMarked
package org.aeoreach.training.registration;

import org.jspecify.annotations.NullMarked;
