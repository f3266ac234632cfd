package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Training sessions of the demonstration, of every kind, past and to come, with people of made-up enterprises. */
final class DemoSessions {

    // The title is the key by which the statements after it find them.
    private static final String SESSIONS = """
            insert into aeo.training_session (unit_id, org_path, account_id, kind, title_zh, title_en, place_zh, place_en, link,
                starts_at, ends_at, language, audience, capacity, per_enterprise, approval, accept_hours, release_on,
                priority_unreached, status, created_at, changed_at)
            select u.id, u.org_path, (select min(a.id) from aeo.account a where a.org_path = u.org_path and a.kind = 'OFFICER'),
                d.kind, d.zh, d.en, d.place, d.place_en, d.link,
                (china_day() + d.day + d.since::time) at time zone 'Asia/Shanghai',
                (china_day() + d.day + d.until::time) at time zone 'Asia/Shanghai', d.language, string_to_array(d.audience, ','),
                d.seats, d.each, d.approval, d.accept, case when d.release is not null then china_day() + d.release end,
                d.first, case when d.status = 'HELD' then 'PUBLISHED' else d.status end, now() - interval '40 days',
                now() - interval '20 days'
            from (values
                (1, '5300', 'CLASS', 'AEO企业认证标准讲解（深圳）', 'AEO criteria explained (Shenzhen)', '深圳海关大厦多功能厅', 'Multi-purpose hall, Shenzhen Customs', null, -28, '09:00', '11:30', 'ZH', 'ALL', 40, 2, false, 0, null, false, 'HELD'),
                (2, '5304', 'MOCK_VALIDATION', '模拟认证：单证与内部审计', 'Mock validation: records and internal audit', '蛇口海关模拟认证室', 'Mock validation room, Shekou Customs', null, -12, '09:00', '16:00', 'ZH', 'PROSPECTIVE', 12, 2, true, 0, null, false, 'HELD'),
                (3, '0000', 'WEBINAR', '信用管理办法公开课', 'Open class on the Credit Measures', null, null, 'https://live.example.test/credit', -6, '14:00', '15:30', 'BOTH', 'ALL', null, null, false, 0, null, false, 'HELD'),
                (4, '5300', 'CLASS', '跨境电商企业AEO专题培训', 'AEO for cross-border e-commerce', '深圳海关大厦多功能厅', 'Multi-purpose hall, Shenzhen Customs', null, 9, '09:00', '11:30', 'ZH', 'PROSPECTIVE,ALL', 30, 2, false, 24, 5, true, 'PUBLISHED'),
                (5, '5304', 'ONE_TO_ONE', '一对一辅导：认证准备', 'One-to-one guidance: getting ready', '蛇口海关会议室', 'Meeting room, Shekou Customs', null, 4, '14:00', '16:00', 'ZH', 'PROSPECTIVE', 3, 3, true, 0, null, false, 'PUBLISHED'),
                (6, '0000', 'WEBINAR', 'AEO互认便利措施公开课', 'Open class on mutual recognition benefits', null, null, 'https://live.example.test/mra', 13, '10:00', '11:30', 'BOTH', 'ALL,AEO', 500, 5, false, 0, null, false, 'PUBLISHED'),
                (7, '2200', 'CONFERENCE', '关企AEO交流会（上海）', 'AEO meeting of customs and business (Shanghai)', '上海海关大楼', 'Shanghai Customs building', null, 20, '09:00', '17:00', 'BOTH', 'ALL,AEO', 120, 3, false, 48, 15, false, 'PUBLISHED'),
                (8, '5304', 'OBSERVATION', '认证现场线上观摩', 'Virtual observation of a validation', null, null, 'https://live.example.test/observation', 17, '09:30', '12:00', 'ZH', 'PROSPECTIVE', 6, 1, true, 24, null, false, 'PUBLISHED'),
                (9, '2210', 'CLASS', '内部控制专题培训', 'Internal control', '浦东海关培训室', 'Training room, Pudong Customs', null, 6, '14:00', '16:30', 'ZH', 'ALL', 25, 2, false, 0, null, false, 'CANCELLED'),
                (10, '5316', 'CLASS', '物流企业AEO培训', 'AEO for logistics firms', '盐田保税物流园', 'Yantian bonded logistics park', null, 25, '09:00', '11:30', 'ZH', 'ALL', 30, 2, false, 24, null, false, 'DRAFT'),
                (11, '5300', 'CLASS', '认证人员专业培训', 'Course for validators', null, null, null, 11, '09:00', '17:00', 'ZH', 'OFFICERS', 20, null, false, 24, null, false, 'PUBLISHED'),
                (12, '5304', 'ONE_TO_ONE', '一对一辅导：内审整改', 'One-to-one guidance: after the internal audit', '蛇口海关会议室', 'Meeting room, Shekou Customs', null, -9, '14:00', '16:00', 'ZH', 'PROSPECTIVE', 3, 3, true, 0, null, false, 'HELD'),
                (13, '5300', 'MOCK_VALIDATION', '模拟认证：加工贸易企业', 'Mock validation: processing trade', '深圳海关模拟认证室', 'Mock validation room, Shenzhen Customs', null, 15, '09:00', '16:00', 'ZH', 'PROSPECTIVE', 12, 2, true, 0, null, false, 'PUBLISHED'),
                (14, '2200', 'CONFERENCE', '关企AEO圆桌会（上海）', 'AEO round table of customs and business (Shanghai)', '上海海关大楼', 'Shanghai Customs building', null, -33, '09:00', '16:30', 'BOTH', 'ALL,AEO', 60, 2, false, 0, null, false, 'HELD'),
                (15, '5304', 'OBSERVATION', '认证现场线上观摩（第一期）', 'Virtual observation of a validation (first)', null, null, 'https://live.example.test/observation-1', -16, '09:30', '12:00', 'ZH', 'PROSPECTIVE', 6, 1, true, 0, null, false, 'HELD'),
                (16, '5304', 'CLASS', '中小企业AEO系列讲座（第1讲）', 'AEO for small firms, lecture 1', '蛇口海关会议室', 'Meeting room, Shekou Customs', null, -21, '14:00', '15:30', 'ZH', 'ALL,SME', 30, 2, false, 0, null, false, 'HELD'),
                (17, '5304', 'CLASS', '中小企业AEO系列讲座（第2讲）', 'AEO for small firms, lecture 2', '蛇口海关会议室', 'Meeting room, Shekou Customs', null, -7, '14:00', '15:30', 'ZH', 'ALL,SME', 30, 2, false, 0, null, false, 'HELD'),
                (18, '5304', 'CLASS', '中小企业AEO系列讲座（第3讲）', 'AEO for small firms, lecture 3', '蛇口海关会议室', 'Meeting room, Shekou Customs', null, 7, '14:00', '15:30', 'ZH', 'ALL,SME', 30, 2, false, 0, null, false, 'PUBLISHED'),
                (19, '5304', 'CLASS', '中小企业AEO系列讲座（第4讲）', 'AEO for small firms, lecture 4', '蛇口海关会议室', 'Meeting room, Shekou Customs', null, 21, '14:00', '15:30', 'ZH', 'ALL,SME', 30, 2, false, 0, null, false, 'PUBLISHED'))
                d (nr, code, kind, zh, en, place, place_en, link, day, since, until, language, audience, seats, each, approval,
                    accept, release, first, status)
                join aeo.unit u on u.code = d.code
            order by d.nr
            """;
    private static final String QUOTAS = """
            insert into aeo.training_quota (session_id, unit_id, org_path, seats)
            select s.id, u.id, u.org_path, q.seats
            from (values ('跨境电商企业AEO专题培训', '5304', 10), ('跨境电商企业AEO专题培训', '5316', 5),
                    ('关企AEO交流会（上海）', '2210', 20)) q (title, code, seats)
                join aeo.training_session s on s.title_zh = q.title join aeo.unit u on u.code = q.code
            """;
    // Some carry out what the plan of a district foresaw; one that is over serves the same directive.
    private static final String PLANNED = """
            update aeo.training_session s set campaign_id = a.campaign_id, planned_id = a.id
            from (values ('跨境电商企业AEO专题培训', '跨境电商企业认证标准讲解'), ('内部控制专题培训', '内部控制专题培训')) p (title, planned)
                join aeo.planned_activity a on a.title_zh = p.planned and a.status = 'STANDING'
            where s.title_zh = p.title and s.org_path = a.org_path
            """;
    private static final String SERVING = """
            update aeo.training_session s set campaign_id = c.campaign_id
            from (select max(campaign_id) as campaign_id from aeo.planned_activity where status = 'STANDING') c
            where s.title_zh in ('AEO企业认证标准讲解（深圳）', '模拟认证：单证与内部审计')
            """;
    private static final String PEOPLE = """
            insert into aeo.training_registration (session_id, session_path, enterprise_id, unit_id, org_path, person_id, name,
                mail, language, status, created_at)
            select s.id, s.org_path, p.enterprise_id, p.unit_id, p.org_path, p.id, p.name_zh,
                'training.' || p.id || '@enterprise.example', coalesce(p.language, 'zh'), 'WAITING',
                s.created_at + p.nr * interval '3 hours'
            from (values ('AEO企业认证标准讲解（深圳）', '0000.5300.', 34), ('模拟认证：单证与内部审计', '0000.5300.', 12),
                    ('信用管理办法公开课', '0000.', 60), ('跨境电商企业AEO专题培训', '0000.5300.', 38),
                    ('AEO互认便利措施公开课', '0000.', 45), ('关企AEO交流会（上海）', '0000.2200.', 40),
                    ('内部控制专题培训', '0000.2200.', 10), ('一对一辅导：内审整改', '0000.5300.5304.', 3),
                    ('模拟认证：加工贸易企业', '0000.5300.', 8), ('关企AEO圆桌会（上海）', '0000.2200.', 24),
                    ('认证现场线上观摩（第一期）', '0000.5300.5304.', 5), ('中小企业AEO系列讲座（第1讲）', '0000.5300.5304.', 16),
                    ('中小企业AEO系列讲座（第2讲）', '0000.5300.5304.', 18), ('中小企业AEO系列讲座（第3讲）', '0000.5300.5304.', 12),
                    ('中小企业AEO系列讲座（第4讲）', '0000.5300.5304.', 6)) w (title, path, people)
                join aeo.training_session s on s.title_zh = w.title
                cross join lateral (select c.*, row_number() over (order by md5(c.id::text || s.number)) as nr
                    from aeo.contact_person c where c.enterprise_id is not null and c.ended_at is null and c.erased_at is null
                        and starts_with(c.org_path, w.path)) p
            where p.nr <= w.people
            order by s.id, p.nr
            """;
    private static final String SERIES = """
            update aeo.training_session set series_id = (select nextval('aeo.training_series_seq'))
            where title_zh like '中小企业AEO系列讲座（第%讲）'
            """;
    private static final String ASKED = """
            insert into aeo.training_registration (session_id, session_path, enterprise_id, unit_id, org_path, account_id, name,
                mail, language, status)
            select s.id, s.org_path, e.id, e.unit_id, e.org_path, a.id, a.name_zh, a.mail, a.language, 'REQUESTED'
            from aeo.training_session s join aeo.account a on a.login in ('electronics.user', 'textiles.user')
                join aeo.enterprise e on e.id = a.enterprise_id
            where s.title_zh in ('一对一辅导：认证准备', '认证现场线上观摩') and a.mail is not null
            """;
    // As if all had come before the session began; nobody of them is real, so nobody gets a letter.
    private static final List<String> SEATS = List.of(
            "select aeo.training_settle(s) from aeo.training_session s where s.status <> 'DRAFT'",
            "select aeo.training_move_up(s, s.starts_at - interval '1 day') from aeo.training_session s"
                    + " where s.status = 'PUBLISHED' and s.accept_hours = 0",
            "select aeo.training_move_up(s, now()) from aeo.training_session s where s.status = 'PUBLISHED'",
            "update aeo.training_registration r set status = 'REGISTERED', offered_until = null from aeo.training_session s"
                    + " where s.id = r.session_id and r.status = 'OFFERED' and r.place % 9 <> 0",
            "update aeo.training_session set status = 'HELD' where starts_at < now() and status = 'PUBLISHED'",
            "update aeo.training_session set reason = '授课人员临时另有任务，另行安排。' where status = 'CANCELLED'",
            "delete from aeo.training_notice");

    private DemoSessions() {}

    /** Within the transaction that loads the registry. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(SESSIONS, PLANNED, SERVING, QUOTAS, PEOPLE, SERIES, ASKED)) {
                statement.executeUpdate(sql);
            }
            for (String sql : SEATS) {
                statement.execute(sql);
            }
            DemoAttendance.load(statement);
        }
        DemoPlans.load(connection);
        DemoHeld.load(connection);
    }
}
