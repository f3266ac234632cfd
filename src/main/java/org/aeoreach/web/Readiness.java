package org.aeoreach.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.aeoreach.platform.Configuration;

/** Whether this node can serve: database, schema version, disk, not stopping. Asked afresh each time. */
@ApplicationScoped
class Readiness {

    /** Less than this and the node stops taking requests. */
    private static final long FREE_BYTES = 64L << 20;

    private static final System.Logger LOG = System.getLogger(Readiness.class.getName());

    private final AtomicBoolean complained = new AtomicBoolean();

    @Resource(lookup = "java:app/jdbc/jobs")
    private DataSource database;

    @Inject
    private Configuration configuration;

    Map<String, String> checks() {
        Map<String, String> checks = new TreeMap<>();
        checks.put("running", Boolean.getBoolean("aeo.draining") ? "STOPPING" : "UP");
        checks.put("disk", disk());
        database(checks);
        return checks;
    }

    private String disk() {
        try {
            Path dir = Path.of(configuration.text("aeo.data.dir", "."));
            return Files.getFileStore(dir).getUsableSpace() < FREE_BYTES ? "FULL" : "UP";
        } catch (IOException e) {
            return "UNREADABLE";
        }
    }

    private void database(Map<String, String> checks) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            try (var row = statement.executeQuery("select schema_version()")) {
                row.next();
                String wanted = configuration.text("aeo.schema.version", "");
                checks.put("schema", wanted.isEmpty() || wanted.equals(row.getString(1)) ? "UP" : "OTHER_VERSION");
            }
            checks.put("database", "UP");
            complained.set(false);
        } catch (SQLException e) {
            checks.put("database", "DOWN");
            if (!complained.getAndSet(true)) {
                LOG.log(System.Logger.Level.WARNING, "The database does not answer", e);
            }
        }
    }
}
