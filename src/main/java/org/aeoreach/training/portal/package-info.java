/**
 * Training on the portal: sessions to choose from by list and by month, one of them, registering with an account or with an
 * address that is confirmed, and what an enterprise has registered for.
 *
 * <p>Puts together what is offered and who registers; owns no table. This package must not know how sessions are planned
 * nor how seats are given.
 */
@NullMarked
package org.aeoreach.training.portal;

import org.jspecify.annotations.NullMarked;
