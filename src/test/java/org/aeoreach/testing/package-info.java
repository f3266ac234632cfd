/**
 * The ground tests stand on: one database and one server for all classes of a JVM.
 *
 * <p>Unit and database tests run in one JVM. After them those named {@code *IT} and {@code *Journey} run in several side
 * by side ({@code test.forks} in {@code pom.xml}), the fault tests among them: each JVM takes the next class from one
 * queue, so no class may count on another having run before it, nor on running alone on the machine. Directories and
 * ports carry {@link org.aeoreach.launcher.Fork#number()}, so that nothing is shared but the packaged program. A server
 * is started by the first class that needs one and stays until its JVM ends.
 *
 * <p>{@link org.aeoreach.launcher.TestPostgres} gives connections as owner, application and jobs role; a class named
 * {@code *IT} that implements {@link org.aeoreach.testing.ServerTest} finds the real server running, calls it with
 * {@link org.aeoreach.testing.Caller}, and may run inside it. Nothing here knows a feature.
 */
@NullMarked
package org.aeoreach.testing;

import org.jspecify.annotations.NullMarked;
