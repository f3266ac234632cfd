package org.aeoreach.enterprise.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Rows;

/** What each index of the registry costs an import: rows inserted into a table that has this one only. */
final class IndexCosts {

    private static final int ROWS = 100_000;

    private IndexCosts() {}

    static List<String> measured() throws SQLException {
        List<String> table = new ArrayList<>();
        table.add("");
        table.add("| %,d rows inserted into a table with | s |".formatted(ROWS));
        table.add("|---|--:|");
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            statement.execute("create temp table cost_source as select * from enterprise order by id limit " + ROWS);
            double bare = inserted(statement, "");
            table.add("| no index | %.1f |".formatted(bare));
            for (Rows.Row index : Rows.all("select indexname, indexdef from pg_indexes where tablename = 'enterprise'"
                    + " and schemaname = 'aeo' order by indexname")) {
                String made = index.text("indexdef").replaceFirst("INDEX \\S+ ON \\S+", "INDEX ON cost_target");
                table.add("| `%s` more | %.1f |".formatted(index.text("indexname"), inserted(statement, made) - bare));
            }
            String key =
                    "alter table cost_target add foreign key (unit_id, org_path) references aeo.unit (id, org_path)";
            table.add("| foreign key to the unit more | %.1f |".formatted(inserted(statement, key) - bare));
        }
        return table;
    }

    private static double inserted(Statement statement, String prepared) throws SQLException {
        statement.execute("drop table if exists cost_target");
        statement.execute("create table cost_target (like cost_source)");
        if (!prepared.isEmpty()) {
            statement.execute(prepared);
        }
        long start = System.nanoTime();
        statement.execute("insert into cost_target select * from cost_source");
        double seconds = (System.nanoTime() - start) / 1e9;
        statement.execute("drop table cost_target");
        return seconds;
    }
}
