package org.aeoreach.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Contacts with the enterprises of an import, made in the database: invented, over seven years, few enterprises with
 * many and many with few. Straight into the tables, past the ledger's own rules and triggers; what those would have kept
 * (last contact, who is due) is set afterwards for all at once.
 */
final class SampleContacts {

    private static final long BATCH = 500_000;
    private static final int PORTFOLIO = 300;
    private static final String ENTERPRISES =
            "create temp table sample_enterprise as select row_number() over (order by id)"
                    + " - 1 as k, id, unit_id, org_path from enterprise where source = 'import'";
    private static final String CONTACTS = """
            with drawn as (
                select nextval('touchpoint_seq') as touchpoint, floor(%1$d * power(random(), 3))::bigint as k,
                    timestamptz '2020-01-01' + random() * interval '2500 days' as at,
                    1 + floor(random() * (select count(*) from contact_channel))::int as position
                from generate_series(1, %2$d)),
            contact as (
                select d.touchpoint, e.id, e.unit_id, e.org_path, d.at, c.code, c.strength
                from drawn d join sample_enterprise e on e.k = d.k join contact_channel c on c.position = d.position),
            made as (
                insert into touchpoint (id, unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength,
                    said, account_id, source)
                select touchpoint, unit_id, org_path, unit_id, at::date, at, code, 'OUT', strength, '（样例）',
                    (select id from account where login = 'gacc.officer'), 'sample'
                from contact)
            insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at,
                timed, channel, strength, direction)
            select touchpoint, id, unit_id, org_path, unit_id, unit_id, at, true, code, strength, 'OUT' from contact
            """;
    private static final String LAST = """
            update enterprise e set last_contact_on = l.at::date, last_strength = l.strength
            from (select distinct on (enterprise_id) enterprise_id, at, strength from touchpoint_party
                where enterprise_id is not null order by enterprise_id, at desc, id desc) l
            where l.enterprise_id = e.id
            """;
    private static final String PORTFOLIO_OF_ONE = """
            with chosen as (
                select e.id, e.unit_id, e.org_path, a.id as account from enterprise e, account a
                where a.login = 'shekou.coordinator' and e.unit_id = a.unit_id and e.coordinator_id is null
                    and e.source = 'import' order by e.id limit %d),
            kept as (
                insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)
                select id, unit_id, org_path, account, 'COORDINATOR', china_day() - 100 from chosen)
            update enterprise e set coordinator_id = c.account, tier = chr(65 + (e.id %% 3)::int),
                next_contact_due = china_day() - 10 + (e.id %% 40)::int
            from chosen c where c.id = e.id
            """;

    private SampleContacts() {}

    /** @param rows enterprises of the import */
    static void make(Store store, long rows, long contacts) throws SQLException {
        try (Connection owner = store.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("set search_path = aeo");
            statement.execute("set session_replication_role = replica");
            statement.execute("select setseed(0.42)");
            statement.execute(ENTERPRISES);
            statement.execute("create unique index on sample_enterprise (k)");
            statement.execute("analyze sample_enterprise");
            for (long done = 0; done < contacts; done += BATCH) {
                statement.execute(CONTACTS.formatted(rows, Math.min(BATCH, contacts - done)));
            }
            statement.execute("analyze touchpoint");
            statement.execute("analyze touchpoint_party");
            statement.execute(LAST);
            statement.execute(PORTFOLIO_OF_ONE.formatted(PORTFOLIO));
            for (String table : new String[] {"enterprise", "touchpoint", "touchpoint_party", "coordination"}) {
                statement.execute("vacuum (analyze) " + table);
            }
        }
    }
}
