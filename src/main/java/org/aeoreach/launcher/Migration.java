package org.aeoreach.launcher;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs the SQL files under {@code db/migration} as the owner of the schema. */
final class Migration {
    static final String SCHEMA = "aeo";

    private final FluentConfiguration configuration;

    Migration(Database database, Roles roles) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(roles.owner().user());
        source.setPassword(roles.owner().password());
        source.setCurrentSchema(SCHEMA);
        this.configuration = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .defaultSchema(SCHEMA)
                .createSchemas(false)
                .table("schema_history")
                // With its other lock Flyway keeps the history on a second connection: killed between the two commits,
                // it would never start again.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .placeholders(Map.of(
                        "app", Roles.quoted(roles.application().user()),
                        "jobs", Roles.quoted(roles.jobs().user())));
    }

    /** Returns the version of the newest migration in this program. */
    String run() {
        MigrationProgress progress = new MigrationProgress();
        try {
            MigrationInfo[] all = configuration.load().info().all();
            refuseNewer(all);
            progress.expect(Arrays.stream(all)
                    .filter(each -> each.getState() == MigrationState.PENDING)
                    .count());
            configuration.callbacks(progress).load().migrate();
            return newest(all);
        } catch (FlywayException e) {
            throw failed(progress.current(), e);
        }
    }

    private static void refuseNewer(MigrationInfo[] all) {
        Optional<MigrationInfo> newer = Arrays.stream(all)
                .filter(each -> each.getState() == MigrationState.FUTURE_SUCCESS
                        || each.getState() == MigrationState.FUTURE_FAILED)
                .findFirst();
        newer.ifPresent(migration -> {
            throw new StartFailure(
                    ExitCode.DATABASE_NEWER,
                    Sentence.of(
                            "The database is newer than this program (it has migration %s): start the newer program.",
                            "数据库版本比本程序新（已有迁移 %s）：请使用较新的程序。", migration.getVersion()));
        });
    }

    private static String newest(MigrationInfo[] all) {
        return Arrays.stream(all)
                .filter(each -> each.getState().isResolved() && each.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse("0");
    }

    private static StartFailure failed(Optional<String> script, FlywayException e) {
        if (e instanceof FlywayValidateException) {
            return unfit(e);
        }
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = StartFailure.reason(root);
        Sentence sentence = script.map(name -> Sentence.of(
                        "Migration %s failed and was rolled back (%s).", "迁移 %s 执行失败，已回滚（%s）。", name, reason))
                .orElseGet(() -> Sentence.of(
                        "The schema in the database is not one this program made (%s).",
                        "数据库中的结构并非由本程序建立（%s）。", reason));
        return new StartFailure(ExitCode.MIGRATION_FAILED, sentence, e);
    }

    private static StartFailure unfit(FlywayException e) {
        String text = e.getMessage() == null ? "" : e.getMessage();
        String detail = text.lines().skip(1).findFirst().orElse(text);
        return new StartFailure(
                ExitCode.MIGRATION_FAILED,
                Sentence.of(
                        "The database was not made by this program's migrations (%s): start the program that made it, or"
                                + " begin with a new database.",
                        "数据库并非由本程序的迁移建立（%s）：请使用建立它的程序，或改用新的数据库。", LineFormatter.escape(detail.strip())),
                e);
    }
}
