package org.aeoreach.launcher;

/** The environment variables the launcher reads; deployment/configuration.md describes them and those of the application. */
enum ConfigurationKey {
    AEO_PORT("8080", "HTTP port; the option --port goes before it"),
    AEO_BIND("127.0.0.1", "address to listen on; 0.0.0.0 only behind a proxy or in a container"),
    AEO_DATA_DIR("var", "directory for database, search index, logs; the option --data-dir goes before it"),
    AEO_DATABASE_URL("", "jdbc:postgresql://host:port/database of an own server; empty: embedded PostgreSQL"),
    AEO_DATABASE_USER("", "administrator who may create roles, or the owner if the two below are given"),
    AEO_DATABASE_PASSWORD("", "password of AEO_DATABASE_USER", true),
    AEO_DATABASE_APP_USER("", "role of the application; given: no role is created"),
    AEO_DATABASE_APP_PASSWORD("", "password of AEO_DATABASE_APP_USER", true),
    AEO_DATABASE_JOBS_USER("", "role of the system jobs; goes with AEO_DATABASE_APP_USER"),
    AEO_DATABASE_JOBS_PASSWORD("", "password of AEO_DATABASE_JOBS_USER", true),
    AEO_DEMO("", "true loads demo data and shows demo accounts; default true with the embedded database"),
    AEO_BASE_URL("", "address people use, for links in mail; default http://localhost:PORT"),
    AEO_ALLOWED_HOSTS("", "host names answered besides that of AEO_BASE_URL, comma separated"),
    AEO_SECRET_KEY(
            "",
            "key that encrypts second factors, the same on every node; default derived from the database administrator's password",
            true),
    AEO_TRUSTED_PROXIES("", "addresses or ranges (10.0.0.0/8) whose X-Forwarded-For is believed, comma separated"),
    AEO_HEAP("768m", "largest Java heap of the application server"),
    AEO_START_TIMEOUT("120", "seconds to wait for the application to be ready"),
    AEO_ROOT_MODE(
            "auto", "how PostgreSQL runs when started by root: auto, unshare (user namespace), drop (other user)");

    private final String standard;
    private final String description;
    private final boolean secret;

    ConfigurationKey(String standard, String description) {
        this(standard, description, false);
    }

    ConfigurationKey(String standard, String description, boolean secret) {
        this.standard = standard;
        this.description = description;
        this.secret = secret;
    }

    /** Empty where the default depends on other settings or there is none. */
    String standard() {
        return standard;
    }

    String description() {
        return description;
    }

    /** A secret may also come from a file, named by the same key with _FILE behind it. */
    boolean secret() {
        return secret;
    }
}
