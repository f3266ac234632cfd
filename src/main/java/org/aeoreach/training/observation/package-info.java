/**
 * Watching a validation over a link, for people the organiser has approved and who have accepted that they keep what they
 * see to themselves.
 *
 * <p>Owns the statement with its editions, who accepted which and when, and who entered on which device. Where the session
 * is nobody is told: each enters by an address of his own, shortly before it begins and until it ends. This package must
 * not know how seats are given or letters written.
 */
@NullMarked
package org.aeoreach.training.observation;

import org.jspecify.annotations.NullMarked;
