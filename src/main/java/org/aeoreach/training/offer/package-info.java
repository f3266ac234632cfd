/**
 * Sessions as everybody may see them: what is out, without drafts and without the address of an online session.
 *
 * <p>Reads the public projection of sessions only and offers it as a list, by day and one by one, with the seats free for who
 * looks. This package must not know who is registered.
 */
@NullMarked
package org.aeoreach.training.offer;

import org.jspecify.annotations.NullMarked;
