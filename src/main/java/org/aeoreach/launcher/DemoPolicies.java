package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The documents that the campaigns of the demonstration promote. The program takes its documents in when it starts, so
 * this comes after: as the application, for each unit whose campaigns they are, once.
 */
final class DemoPolicies {

    private static final Log LOG = new Log(DemoPolicies.class);

    private static final String ACTING = """
            select set_config('app.lo', ?, false), set_config('app.hi', ?, false), set_config('app.write_lo', ?, false),
                set_config('app.write_hi', ?, false)
            """;
    private static final String PROMOTED = """
            insert into aeo.campaign_document (campaign_id, position, document_id)
            select c.id, row_number() over (partition by c.id order by d.code) - 1, d.id
            from aeo.campaign c join aeo.document d on d.code = any (string_to_array(?, ','))
            where c.org_path = ? and not exists (select from aeo.campaign_document x where x.campaign_id = c.id)
            """;

    // What its editions say is what it promotes.
    private static final String SAID = """
            update aeo.campaign_edition e set content = jsonb_set(e.content, '{documents}', (
                select jsonb_agg(d.code order by x.position) from aeo.campaign_document x
                    join aeo.document d on d.id = x.document_id where x.campaign_id = e.campaign_id))
            from aeo.campaign c
            where c.id = e.campaign_id and c.org_path = ? and e.content -> 'documents' = '[]'
                and exists (select from aeo.campaign_document x where x.campaign_id = c.id)
            """;

    private record Unit(String path, List<String> documents) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("0000.", List.of("policy-order-282", "policy-2026-no-34", "policy-notice-2024-36")),
            new Unit("0000.5300.", List.of("policy-2026-no-34")),
            new Unit("0000.5300.5304.", List.of("policy-2026-no-34")));

    private DemoPolicies() {}

    /** What fails here leaves a demonstration with fewer pages filled, and no more. */
    static void load(PreparedDatabase prepared) {
        try (Connection connection = prepared.database().connect(prepared.application())) {
            for (Unit unit : UNITS) {
                act(connection, unit.path());
                try (PreparedStatement statement = connection.prepareStatement(PROMOTED)) {
                    statement.setString(1, String.join(",", unit.documents()));
                    statement.setString(2, unit.path());
                    statement.executeUpdate();
                }
                try (PreparedStatement statement = connection.prepareStatement(SAID)) {
                    statement.setString(1, unit.path());
                    statement.executeUpdate();
                }
            }
        } catch (SQLException failed) {
            LOG.info(Sentence.of(
                    "Demo campaigns promote no documents: %s", "演示行动未关联文件：%s", StartFailure.reason(failed)));
        }
    }

    /** What follows sees and writes what a unit does. */
    static void act(Connection connection, String path) throws SQLException {
        String end = path.substring(0, path.length() - 1) + "/";
        try (PreparedStatement statement = connection.prepareStatement(ACTING)) {
            statement.setString(1, path);
            statement.setString(2, end);
            statement.setString(3, path);
            statement.setString(4, end);
            statement.execute();
        }
    }
}
