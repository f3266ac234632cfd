package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A conference of the demonstration in the shape of the largest there was: eight plenaries, six break-outs in two tracks, four
 * keynotes, 1,200 seats over three days. Who speaks is made up, and says so by his name.
 */
final class DemoConference {

    private static final String TITLE = "AEO国际交流大会（演示）";

    private static final String CONFERENCE = """
            insert into aeo.training_session (unit_id, org_path, account_id, kind, title_zh, title_en, text_zh, text_en, place_zh,
                place_en, starts_at, ends_at, language, audience, capacity, per_enterprise, accept_hours, status, created_at)
            select u.id, u.org_path, (select min(a.id) from aeo.account a where a.org_path = u.org_path and a.kind = 'OFFICER'),
                'CONFERENCE', 'AEO国际交流大会（演示）', 'International AEO Conference (demonstration)',
                '演示数据：会议、议程和发言人均为虚构。', 'Demonstration data: the conference, its programme and its speakers are made up.',
                '深圳会展中心（演示）', 'Shenzhen conference centre (demonstration)',
                (china_day() + 45 + '09:00'::time) at time zone 'Asia/Shanghai',
                (china_day() + 47 + '12:00'::time) at time zone 'Asia/Shanghai', 'BOTH', '{ALL,AEO}', 1200, 10, 72, 'DRAFT',
                now() - interval '30 days'
            from aeo.unit u where u.code = '0000'
            """;
    private static final String OF = " from aeo.training_session s where s.title_zh = '" + TITLE + "'";
    private static final String TRACKS = """
            insert into aeo.training_track (session_id, name_zh, name_en, position)
            select s.id, t.zh, t.en, t.nr from (values (1, '第一分会场：贸易便利', 'Track 1: trade facilitation'),
                (2, '第二分会场：新业态与中小企业', 'Track 2: new forms of trade and small firms')) t (nr, zh, en)
                cross join (select s.id""" + OF + ") s";
    private static final String TYPES = """
            insert into aeo.training_delegate_type (session_id, name_zh, name_en, seats, position)
            select s.id, t.zh, t.en, t.seats, t.nr from (values (1, '海关', 'Customs', 300), (2, '企业', 'Enterprise', null),
                (3, '行业协会', 'Association', 150), (4, '境外嘉宾', 'Guest from abroad', 200)) t (nr, zh, en, seats)
                cross join (select s.id""" + OF + ") s";
    // Day, from, until, kind, track, seats.
    private static final String PARTS = """
            insert into aeo.training_session (unit_id, org_path, account_id, kind, title_zh, title_en, place_zh, place_en, starts_at,
                ends_at, language, audience, capacity, status, parent_id, part, reminders, track_id)
            select s.unit_id, s.org_path, s.account_id, s.kind, p.zh, p.en,
                case when p.track is null then '主会场' else '分会场' || p.track end,
                case when p.track is null then 'Main hall' else 'Hall ' || p.track end,
                (china_day() + 45 + p.day + p.since::time) at time zone 'Asia/Shanghai',
                (china_day() + 45 + p.day + p.until::time) at time zone 'Asia/Shanghai', 'BOTH', '{ALL}', p.seats, 'DRAFT', s.id,
                p.part, '{}', (select t.id from aeo.training_track t where t.session_id = s.id and t.position = p.track)
            from (values
                (0, '09:00', '09:45', 'PLENARY', null, null, '开幕', 'Opening'),
                (0, '09:45', '10:30', 'KEYNOTE', null, null, 'AEO制度与经济发展', 'AEO and economic development'),
                (0, '10:45', '12:00', 'PLENARY', null, null, 'AEO互认与协调', 'Mutual recognition and coordination'),
                (0, '13:30', '14:15', 'KEYNOTE', null, null, '智慧海关与AEO', 'Smart customs and AEO'),
                (0, '14:15', '15:15', 'PLENARY', null, null, '供应链安全', 'Security of the supply chain'),
                (0, '15:30', '16:45', 'BREAKOUT', 1, 120, '绿色供应链与社会责任', 'Green supply chains and responsibility'),
                (0, '15:30', '16:45', 'BREAKOUT', 2, 120, '跨境电商企业的AEO之路', 'AEO for cross-border e-commerce'),
                (1, '09:00', '10:00', 'PLENARY', null, null, '企业眼中的便利措施', 'Benefits as enterprises see them'),
                (1, '10:00', '10:45', 'KEYNOTE', null, null, '数据与认证', 'Data and validation'),
                (1, '11:00', '12:00', 'PLENARY', null, null, '能力建设与援助', 'Building and sharing capacity'),
                (1, '13:30', '14:45', 'BREAKOUT', 1, 100, '互认实务', 'Mutual recognition in practice'),
                (1, '13:30', '14:45', 'BREAKOUT', 2, 20, '中小企业培育', 'Supporting small firms'),
                (1, '15:00', '16:15', 'BREAKOUT', 1, 100, '内部控制经验', 'Experience with internal control'),
                (1, '15:00', '16:15', 'BREAKOUT', 2, 100, '女性与AEO', 'Women and AEO'),
                (1, '16:30', '17:15', 'PLENARY', null, null, '分组讨论汇报', 'Reports from the break-outs'),
                (2, '09:00', '09:45', 'KEYNOTE', null, null, '未来十年的AEO', 'AEO in the coming decade'),
                (2, '09:45', '10:45', 'PLENARY', null, null, '新技术与新挑战', 'New technology, new challenges'),
                (2, '11:00', '12:00', 'PLENARY', null, null, '总结与闭幕', 'Summary and closing'))
                p (day, since, until, part, track, seats, zh, en)
                cross join (select s.*""" + OF + ") s order by p.day, p.since, p.track";
    private static final String SPEAKERS = """
            insert into aeo.training_speaker (session_id, name_zh, name_en, post_zh, post_en, organisation_zh, organisation_en,
                position)
            select p.id, '演示发言人' || p.nr, 'Demo Speaker ' || p.nr,
                case when p.part = 'BREAKOUT' then '主持人' else '发言人' end,
                case when p.part = 'BREAKOUT' then 'Moderator' else 'Speaker' end,
                '虚构机构' || chr(65 + p.nr::int), 'Made-up Organisation ' || chr(65 + p.nr::int), 1
            from (select c.id, c.part, row_number() over (order by c.starts_at, c.id) as nr from aeo.training_session c
                join (select s.id""" + OF + ") s on c.parent_id = s.id) p";
    private static final String DELEGATES = """
            insert into aeo.training_registration (session_id, session_path, enterprise_id, unit_id, org_path, person_id, name, mail,
                language, status, created_at, delegate_type)
            select s.id, s.org_path, p.enterprise_id, p.unit_id, p.org_path, p.id, p.name_zh,
                'delegate.' || p.id || '@enterprise.example', coalesce(p.language, 'zh'), 'WAITING',
                now() - interval '20 days' + p.nr * interval '5 hours', t.id
            from (select s.*""" + OF + """
                ) s
                cross join lateral (select c.*, row_number() over (order by md5('conference' || c.id)) as nr
                    from aeo.contact_person c where c.enterprise_id is not null and c.ended_at is null and c.erased_at is null) p
                join aeo.training_delegate_type t on t.session_id = s.id
                    and t.position = case when p.nr % 9 = 0 then 3 else 2 end
            where p.nr <= 48
            order by p.nr
            """;
    // Each second delegate comes to a break-out of each time, turn about.
    private static final String CHOICES = """
            insert into aeo.training_registration (session_id, session_path, enterprise_id, unit_id, org_path, person_id, name, mail,
                language, status, created_at, delegate_id)
            select c.id, c.org_path, r.enterprise_id, r.unit_id, r.org_path, r.person_id, r.name, r.mail, r.language, 'WAITING',
                r.created_at + interval '1 day', r.id
            from (select s.id""" + OF + """
                ) s join aeo.training_registration r on r.session_id = s.id and r.status = 'REGISTERED'
                join aeo.training_session c on c.parent_id = s.id and c.part = 'BREAKOUT'
                join aeo.training_track t on t.id = c.track_id and t.position = 1 + (r.place % 2)
            order by r.place, c.starts_at
            """;
    // Out with it, and everybody has his seat as if he had come then; nobody of them is real, so nobody gets a letter.
    private static final List<String> SEATS = List.of(
            "update aeo.training_session set status = 'PUBLISHED' where title_zh = '" + TITLE + "'",
            "select aeo.training_settle(s)" + OF,
            "select aeo.training_move_up(s, now())" + OF,
            "update aeo.training_registration r set status = 'REGISTERED', offered_until = null where r.status = 'OFFERED'"
                    + " and r.session_id = (select s.id" + OF + ")");
    private static final List<String> PARTS_SEATS = List.of(
            "select aeo.training_move_up(c, now()) from aeo.training_session c where c.parent_id = (select s.id" + OF
                    + ")",
            "delete from aeo.training_notice");

    private DemoConference() {}

    /** Within the transaction that loads the sessions. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(CONFERENCE, TRACKS, TYPES, PARTS, SPEAKERS, DELEGATES)) {
                statement.executeUpdate(sql);
            }
            for (String sql : SEATS) {
                statement.execute(sql);
            }
            statement.executeUpdate(CHOICES);
            for (String sql : PARTS_SEATS) {
                statement.execute(sql);
            }
        }
    }
}
