package org.aeoreach.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The two ways into the database: as the application, within JTA transactions and row-level security, and as the jobs
 * role, for the listed system jobs only. Both pools check a connection before they hand it out, so that they survive a
 * restart of the database, and wait at most two seconds. The defaults stand here because the server reads the
 * placeholders before any configuration class of ours runs.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/app",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=aeo.database.app.url:jdbc:postgresql://127.0.0.1:5432/aeo}",
        user = "${MPCONFIG=aeo.database.app.user:aeo_app}",
        password = "${MPCONFIG=aeo.database.app.password:unset}",
        initialPoolSize = 4,
        minPoolSize = 4,
        maxPoolSize = 32,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.max-wait-time-in-millis=2000"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/jobs",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=aeo.database.app.url:jdbc:postgresql://127.0.0.1:5432/aeo}",
        user = "${MPCONFIG=aeo.database.jobs.user:aeo_jobs}",
        password = "${MPCONFIG=aeo.database.jobs.password:unset}",
        transactional = false,
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 8,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.max-wait-time-in-millis=2000"
        })
public class DataSources {}
