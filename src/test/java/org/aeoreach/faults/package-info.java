/**
 * What happens when the running thing is killed, interrupted, raced or started wrongly.
 *
 * <p>The system under test is the packaged program, {@code java -jar target/aeo-reach.jar}, as a process of its own with
 * its own data directory, real PostgreSQL and real requests; nothing is replaced. The tests see it only as an operator
 * and a user do: processes, signals, exit codes, log lines, HTTP, and at the end the database read as its superuser. They
 * must not use the classes of the application. Limits of time are for a machine that does other work too: other tests run
 * beside them, in their own directories and on their own ports. They need Linux, for {@code /proc} and process groups.
 */
@NullMarked
package org.aeoreach.faults;

import org.jspecify.annotations.NullMarked;
