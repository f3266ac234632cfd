/**
 * Starts PostgreSQL and the server, and fills a new database: migrations, reference data, demo data. Runs in a process
 * of its own with the owner's database connection. Offers the command line only. Must not know any feature: rows are
 * written in plain SQL, since the entities live in the web application.
 */
@NullMarked
package org.aeoreach.launcher;

import org.jspecify.annotations.NullMarked;
