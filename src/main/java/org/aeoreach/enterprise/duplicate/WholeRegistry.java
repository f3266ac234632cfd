package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.util.List;
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
            int added = 0;
            try (PreparedStatement add =
                    connection.prepareStatement("select duplicate_scan_suspect(?, ?, ?, ?) as added")) {
                for (NearPairs.Pair pair : pairs) {
                    add.setLong(1, pair.first().id());
                    add.setLong(2, pair.second().id());
                    add.setString(
                            3,
                            Registry.common(pair.first().path(), pair.second().path()));
                    add.setString(4, pair.reason().name());
                    try (var rows = add.executeQuery()) {
                        rows.next();
                        added += rows.getInt(1);
                    }
                }
            }
            return added;
        });
    }
}
