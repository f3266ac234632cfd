/**
 * The knowledge check before and after a session: the questions of its course, answered by who stands behind a secret link, and
 * what those who answered both knew before and after.
 *
 * <p>A session asks the editions that held when its first answers came. What is right nobody is told before he has given the
 * check after the session. Shares of fewer than five people are not told. This package must not know how questions are
 * written.
 */
@NullMarked
package org.aeoreach.training.knowledge;

import org.jspecify.annotations.NullMarked;
