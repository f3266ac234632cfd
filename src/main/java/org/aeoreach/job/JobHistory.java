package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.SystemDatabase;

/** Results of earlier jobs, for kinds that continue from them. */
@ApplicationScoped
public class JobHistory {

    private SystemDatabase database;

    @SuppressWarnings("NullAway.Init")
    JobHistory() {}

    @Inject
    public JobHistory(SystemDatabase database) {
        this.database = database;
    }

    /** The newest result of a kind whose field {@code flag} is true. */
    public Optional<JsonObject> newest(String kind, String flag) {
        String sql = "select result from job where kind = ? and status = 'DONE'"
                + " and cast(result ->> ? as boolean) order by finished_at desc limit 1";
        return database.list(sql, row -> JsonText.object(row.text(0)), kind, flag).stream()
                .findFirst();
    }
}
