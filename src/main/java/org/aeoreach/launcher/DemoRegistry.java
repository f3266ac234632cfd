package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.aeoreach.launcher.registry.SampleEnterprise;
import org.aeoreach.launcher.registry.SampleRegistry;

/** A few thousand made-up enterprises for a demonstration, with grades and their history; loaded once. */
final class DemoRegistry {

    static final int SIZE = 3_000;

    private static final String ENTERPRISES = """
            insert into aeo.enterprise (unit_id, org_path, customs_code, uscc, name_zh, name_en, registered_since,
                address_zh, sector, size_class, business_types, trading_partners, grade, grade_since, journey_step,
                journey_since, tier, source)
            select u.id, u.org_path, r.code, r.uscc, r.zh, r.en, r.registered::date, r.address, r.sector, r.size,
                string_to_array(nullif(r.types, ''), ';'), coalesce(string_to_array(nullif(r.partners, ''), ';'), '{}'),
                r.grade, r.graded::date, r.step, r.stepped::date, nullif(r.tier, ''), 'demo'
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                    r (code, uscc, zh, en, registered, address, sector, size, types, partners, grade, graded, step, stepped,
                       tier, unit, nr)
                join aeo.unit u on u.code = r.unit
            order by r.nr
            """;
    private static final String GRADES = """
            insert into aeo.enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to)
            select e.id, e.unit_id, e.org_path, r.grade, r.since::date, r.until::date
            from unnest(?, ?, ?, ?) r (code, grade, since, until) join aeo.enterprise e on e.customs_code = r.code
            order by e.id, r.since
            """;
    // Up to forty of each house, the tiers first, shared out among its officers; long enough ago for a history.
    private static final String COORDINATORS = """
            insert into aeo.coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)
            select e.id, e.unit_id, e.org_path, o.account_id, 'COORDINATOR', china_day() - 200
            from (select x.id, x.unit_id, x.org_path,
                         row_number() over (partition by x.unit_id order by x.tier nulls last, x.id) as nr
                      from aeo.enterprise x where x.source = 'demo') e
                join (select r.account_id, r.unit_id, count(*) over (partition by r.unit_id) as officers,
                             row_number() over (partition by r.unit_id order by r.id) as place
                          from aeo.role_assignment r where r.role in ('COORDINATOR', 'HOUSE_OFFICER')
                              and r.valid_to is null) o
                    on o.unit_id = e.unit_id and e.nr % o.officers = o.place - 1
            where e.nr <= 40
            """;
    private static final String MARK =
            "insert into aeo.installation (key, value) values ('demo-registry', ?)" + " on conflict (key) do nothing";

    private DemoRegistry() {}

    private record Grade(String code, SampleEnterprise.FormerGrade grade) {}

    /** Needs the schema owner's connection on a database with demo people; all or nothing. */
    static void load(Connection owner, Progress progress) throws SQLException {
        OwnerTransaction.run(owner, connection -> {
            if (mark(connection)) {
                progress.step("Loading demonstration enterprises", "载入演示企业");
                insert(connection);
                progress.at(SIZE, SIZE);
            }
        });
    }

    private static boolean mark(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(MARK)) {
            insert.setString(1, Integer.toString(SIZE));
            return insert.executeUpdate() == 1;
        }
    }

    private static void insert(Connection connection) throws SQLException {
        SampleRegistry registry = new SampleRegistry(SIZE, RegistryFile.SEED, SampleHouses.demo());
        List<SampleEnterprise> rows =
                LongStream.range(0, SIZE).mapToObj(registry::get).toList();
        int enterprises = enterprises(connection, rows);
        List<Grade> former = new ArrayList<>();
        rows.forEach(row -> row.former().forEach(grade -> former.add(new Grade(row.customsCode(), grade))));
        BulkInsert.run(
                connection,
                GRADES,
                former,
                Grade::code,
                row -> row.grade().code(),
                row -> row.grade().from().toString(),
                row -> row.grade().to().toString());
        try (var coordinators = connection.prepareStatement(COORDINATORS)) {
            coordinators.executeUpdate();
        }
        DemoContacts.load(connection);
        DemoCampaign.load(connection);
        DemoMailings.load(connection);
        DemoVenues.load(connection);
        DemoSessions.load(connection);
        DemoConference.load(connection);
        DemoAfter.load(connection);
        OwnerTransaction.audit(
                connection, "DEMO_REGISTRY", "installation", "{\"enterprises\": [null, %d]}".formatted(enterprises));
    }

    private static int enterprises(Connection connection, List<SampleEnterprise> rows) throws SQLException {
        int columns = SampleEnterprise.COLUMNS.size();
        @SuppressWarnings({"unchecked", "rawtypes"})
        java.util.function.Function<SampleEnterprise, String>[] cells = new java.util.function.Function[columns + 1];
        for (int i = 0; i < columns; i++) {
            int column = i;
            cells[i] = row -> row.cells().get(column);
        }
        cells[columns] = SampleEnterprise::house;
        return BulkInsert.run(connection, ENTERPRISES, rows, cells);
    }
}
