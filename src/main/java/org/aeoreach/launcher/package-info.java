/**
 * Starts, supervises and stops everything one node of AEO Reach consists of.
 *
 * <p>It owns the data directory, the embedded PostgreSQL server, the database roles, the migration and the process in
 * which Payara Micro serves the web application. It offers one command, {@link org.aeoreach.launcher.Main}, and two
 * classes that live in the server's process: the log format and the agent that drains it before it stops. It hands the
 * web application nothing but environment variables, never the credential of the database owner. It must not know any
 * feature package, and no feature package may know it.
 */
@NullMarked
package org.aeoreach.launcher;

import org.jspecify.annotations.NullMarked;
