package org.aeoreach.enterprise.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.aeoreach.launcher.TestPostgres;

/**
 * Contacts with the enterprises of an import, made in the database: the same for the same seed, invented, few enterprises
 * with many and many with few. Straight into the tables, past the ledger's own rules.
 */
final class SampleContacts {

    private static final long BATCH = 200_000;
    private static final String ENTERPRISES =
            "create temp table sample_enterprise as select row_number() over (order by id)"
                    + " - 1 as k, id, unit_id, org_path from enterprise where source = 'import'";
    private static final String CONTACTS = """
            with drawn as (
                select nextval('touchpoint_seq') as touchpoint, (%1$d * power(random(), 3))::bigint as k,
                    timestamptz '2020-01-01' + random() * interval '2500 days' as at, random() as r
                from generate_series(1, %2$d)),
            contact as (
                select d.touchpoint, e.id, e.unit_id, e.org_path, d.at, c.code, c.strength
                from drawn d join sample_enterprise e on e.k = d.k
                    join contact_channel c on c.position = 1 + (d.r * 12.99)::int %% 13),
            made as (
                insert into touchpoint (id, unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength,
                    said, account_id, source)
                select touchpoint, unit_id, org_path, unit_id, at::date, at, code, 'OUT', strength, '（样例）', %3$d, 'sample'
                from contact)
            insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at,
                timed, channel, strength, direction)
            select touchpoint, id, unit_id, org_path, unit_id, unit_id, at, true, code, strength, 'OUT' from contact
            """;

    private SampleContacts() {}

    /** @param account whose contacts they are */
    static void make(long rows, long contacts, long account) throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("select setseed(0.42)");
            statement.execute(ENTERPRISES);
            statement.execute("create unique index on sample_enterprise (k)");
            statement.execute("analyze sample_enterprise");
            for (long done = 0; done < contacts; done += BATCH) {
                statement.execute(CONTACTS.formatted(rows - 1, Math.min(BATCH, contacts - done), account));
            }
            statement.execute("analyze touchpoint");
            statement.execute("analyze touchpoint_party");
        }
    }
}
