package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What is told of the conference and the observation of the demonstration that were held: the programme of the one, who
 * promised and entered at the other. Who speaks is made up, and says so by his name.
 */
final class DemoHeld {

    private static final String TRACK = """
            insert into aeo.training_track (session_id, name_zh, name_en, position)
            select s.id, t.zh, t.en, t.nr from (values (1, '制造企业专场', 'Manufacturers'), (2, '物流企业专场', 'Logistics')) t (nr, zh, en)
                cross join (select id from aeo.training_session where title_zh = '关企AEO圆桌会（上海）') s
            """;
    private static final String PARTS = """
            insert into aeo.training_session (unit_id, org_path, account_id, kind, title_zh, title_en, place_zh, place_en, starts_at,
                ends_at, language, audience, status, parent_id, part, reminders, track_id)
            select s.unit_id, s.org_path, s.account_id, s.kind, p.zh, p.en, p.place, p.place_en,
                (s.day + p.since::time) at time zone 'Asia/Shanghai', (s.day + p.until::time) at time zone 'Asia/Shanghai',
                'BOTH', '{ALL}', 'HELD', s.id, p.part, '{}',
                (select t.id from aeo.training_track t where t.session_id = s.id and t.position = p.track)
            from (values
                ('09:00', '09:30', 'PLENARY', null, '开场', 'Opening', '主会场', 'Main hall'),
                ('09:30', '11:00', 'KEYNOTE', null, 'AEO便利措施的企业体验', 'Benefits of AEO as enterprises know them', '主会场', 'Main hall'),
                ('13:30', '15:00', 'BREAKOUT', 1, '制造企业：内部控制经验', 'Manufacturers: experience with internal control', '分会场1', 'Hall 1'),
                ('13:30', '15:00', 'BREAKOUT', 2, '物流企业：贸易安全经验', 'Logistics: experience with trade security', '分会场2', 'Hall 2'),
                ('15:15', '16:30', 'PLENARY', null, '总结', 'Summary', '主会场', 'Main hall'))
                p (since, until, part, track, zh, en, place, place_en)
                cross join (select x.*, (x.starts_at at time zone 'Asia/Shanghai')::date as day from aeo.training_session x
                    where x.title_zh = '关企AEO圆桌会（上海）') s
            order by p.since, p.track
            """;
    private static final String SPEAKERS = """
            insert into aeo.training_speaker (session_id, name_zh, name_en, organisation_zh, organisation_en, position)
            select p.id, '演示发言人' || p.nr, 'Demo Speaker ' || p.nr, '虚构机构' || chr(65 + p.nr::int),
                'Made-up Organisation ' || chr(65 + p.nr::int), 1
            from (select c.id, row_number() over (order by c.starts_at, c.id) as nr from aeo.training_session c
                join aeo.training_session s on s.id = c.parent_id and s.title_zh = '关企AEO圆桌会（上海）') p
            """;
    private static final String OBSERVED =
            " from aeo.training_registration r join aeo.training_session s on s.id = r.session_id"
                    + " and s.kind = 'OBSERVATION' and s.status = 'HELD' where r.status = 'REGISTERED'";
    private static final String PLEDGES = "insert into aeo.training_pledge (registration_id, edition, accepted_at)"
            + " select r.id, (select min(e.edition) from aeo.training_statement e), s.starts_at - interval '2 days'"
            + OBSERVED;
    private static final String ENTRIES = "insert into aeo.training_admission (registration_id, device_hash, first_at,"
            + " last_at, entries) select r.id, sha256(convert_to('demo' || r.id, 'UTF8')), s.starts_at - interval '4 minutes',"
            + " s.starts_at + interval '1 hour', 2" + OBSERVED
            + " and exists (select from aeo.training_attendance a where a.registration_id = r.id)";

    private DemoHeld() {}

    /** After the sessions and who was at them, within the transaction that loads the registry. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(TRACK, PARTS, SPEAKERS, PLEDGES, ENTRIES)) {
                statement.executeUpdate(sql);
            }
        }
    }
}
