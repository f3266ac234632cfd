package org.aeoreach.launcher;

/** Why the process ended, for scripts and service managers. */
enum ExitCode {
    STOPPED(0, "stopped in order"),
    INTERNAL_ERROR(1, "a fault of the program itself; --verbose shows where"),
    BAD_OPTION(2, "unknown or malformed command line option"),
    BAD_CONFIGURATION(3, "an environment variable is missing or malformed"),
    FAULTY_CONTENT(4, "check-content found something wrong with the documents"),
    PORT_IN_USE(10, "another program listens on the HTTP port"),
    DATA_DIRECTORY_UNUSABLE(11, "the data directory cannot be written or belongs to somebody else"),
    DATA_DIRECTORY_IN_USE(12, "another instance uses the data directory"),
    ROOT_REFUSED(13, "PostgreSQL does not run as root and no other user could be found"),
    DATABASE_UNREACHABLE(20, "the database server does not answer"),
    DATABASE_REFUSED(21, "the database server refused the user, the password or the right to prepare it"),
    DATABASE_NEWER(22, "the database was migrated by a newer program"),
    MIGRATION_FAILED(23, "a migration or the loading of data failed"),
    DATABASE_FAILED(24, "the embedded database did not start, is not durable or died repeatedly"),
    SERVER_NOT_READY(30, "the web application could not be deployed or was not ready in time"),
    SERVER_DIED(31, "the application server ended by itself");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
