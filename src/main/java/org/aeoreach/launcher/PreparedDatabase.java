package org.aeoreach.launcher;

/**
 * A database with schema and data, as the web application may use it.
 *
 * @param schemaVersion version of the newest migration in this program
 */
record PreparedDatabase(Database database, Login application, Login jobs, String schemaVersion, String secretKey) {}
