package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.aeoreach.enterprise.duplicate.likeness.Named;
import org.aeoreach.enterprise.duplicate.likeness.NearPairs;
import org.aeoreach.platform.SystemDatabase;

/** The whole registry, as the nightly scan sees it. */
@ApplicationScoped
class WholeRegistry implements Registry {

    @Inject
    private SystemDatabase database;

    @Override
    public List<String> districts() {
        return database.list("select org_path from unit where kind = 'DISTRICT' order by org_path", row -> row.text(0));
    }

    @Override
    public List<Named> names(String district, String afterPath, long afterId, int most) {
        return database.list(
                "select id, org_path, name_zh, name_en from duplicate_scan_names(?, ?, ?, ?)",
                row -> Named.of(row.id(0), row.text(1), row.text(2), row.textOrNull(3)),
                district,
                afterPath,
                afterId,
                most);
    }

    @Override
    public int suspect(List<NearPairs.Pair> pairs) {
        return database.inTransaction(connection -> {
            try (PreparedStatement add =
                    connection.prepareStatement("select duplicate_scan_suspects(?, ?, ?, ?) as added")) {
                add.setArray(1, array(connection, "bigint", pairs, pair -> pair.first()
                        .id()));
                add.setArray(2, array(connection, "bigint", pairs, pair -> pair.second()
                        .id()));
                add.setArray(3, array(connection, "text", pairs, WholeRegistry::path));
                add.setArray(4, array(connection, "text", pairs, pair -> pair.reason()
                        .name()));
                try (var rows = add.executeQuery()) {
                    rows.next();
                    return rows.getInt(1);
                }
            }
        });
    }

    private static String path(NearPairs.Pair pair) {
        return Registry.common(pair.first().path(), pair.second().path());
    }

    private static Array array(
            Connection connection, String type, List<NearPairs.Pair> pairs, Function<NearPairs.Pair, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, pairs.stream().map(value).toArray());
    }
}
