package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.platform.Expiring;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.SystemDatabase;

/** Deletes, every hour, what is kept for a time only. */
@ApplicationScoped
class Purge implements JobKind {

    private static final int BATCH = 5_000;

    @Inject
    private SystemDatabase database;

    @Inject
    @Any
    private Instance<Expiring> all;

    @Override
    public String name() {
        return "purge";
    }

    @Override
    public String titleKey() {
        return "job.kind.purge";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(JobContext context) {
        Map<String, Long> deleted = new TreeMap<>();
        for (Expiring expiring : all) {
            int batch = BATCH;
            while (batch == BATCH) {
                batch = delete(expiring);
                deleted.merge(expiring.table(), (long) batch, Long::sum);
                context.checkpoint();
            }
        }
        var result = JsonText.JSON.createObjectBuilder();
        deleted.forEach(result::add);
        context.result(result.build());
    }

    private int delete(Expiring expiring) {
        String sql = "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit %3$d))"
                .formatted(expiring.table(), expiring.over(), BATCH);
        return database.update(sql);
    }

    @Override
    public Report report(JsonObject result) {
        List<Report.Fact> facts = result.keySet().stream()
                .map(table -> new Report.Fact("job.purged." + table, Integer.toString(result.getInt(table))))
                .toList();
        return new Report(null, facts, List.of());
    }
}
