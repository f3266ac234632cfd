/**
 * Passwords: how they are hashed, which are allowed, when they have to be changed.
 *
 * <p>Hashes are Argon2id in PHC string format, so their parameters travel with them and can grow. Hashing is bounded:
 * it is the dearest thing a stranger can ask for. Officers and enterprise users follow two profiles, because the two
 * standards behind them contradict each other. This package must not know of sessions or pages.
 */
@NullMarked
package org.aeoreach.identity.password;

import org.jspecify.annotations.NullMarked;
