/**
 * The ground tests stand on: one database and one server for all classes of a run.
 *
 * <p>{@link org.aeoreach.launcher.TestPostgres} gives connections as owner, application and jobs role; a class named
 * {@code *IT} that implements {@link org.aeoreach.testing.ServerTest} finds the real server running, calls it with
 * {@link org.aeoreach.testing.Caller}, and may run inside it. Nothing here knows a feature.
 */
@NullMarked
package org.aeoreach.testing;

import org.jspecify.annotations.NullMarked;
