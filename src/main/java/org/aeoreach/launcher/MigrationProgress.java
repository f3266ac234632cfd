package org.aeoreach.launcher;

import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Names each migration before it runs. */
final class MigrationProgress extends BaseCallback {
    private static final Log LOG = new Log(Migration.class);
    private long total;
    private int done;
    private Optional<String> current = Optional.empty();

    void expect(long migrations) {
        total = migrations;
        LOG.info(Sentence.of("Database schema: %d migrations to run", "数据库结构：待执行迁移 %d 个", migrations));
    }

    /** The file that ran last, if any did. */
    Optional<String> current() {
        return current;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        MigrationInfo next = context.getMigrationInfo();
        if (next == null) {
            return;
        }
        done++;
        current = Optional.of(next.getScript());
        LOG.info(Sentence.of(
                "Migration %d of %d: %s", "数据库迁移 %d/%d：%s", done, total, LineFormatter.escape(next.getDescription())));
    }
}
