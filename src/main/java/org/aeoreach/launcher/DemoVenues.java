package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Rooms of the demonstration and who has them: a training centre of a district, a room of a house, online rooms, and
 * bookings of every state around the day it is loaded. The places are made up and say so.
 */
final class DemoVenues {

    private static final String VENUES = """
            insert into aeo.training_base (unit_id, org_path, kind, name_zh, name_en, address_zh, address_en, note_zh, note_en)
            select u.id, u.org_path, 'VENUE', r.zh, r.en, r.place_zh, r.place_en, r.note_zh, r.note_en
            from (values
                (1, '5300', '深圳海关培训场地（演示）', 'Training rooms of Shenzhen Customs (demo)', '演示市演示区演示路10号',
                 'Demonstration Road 10', '演示场地。', 'A place made up for the demonstration.'),
                (2, '5304', '蛇口海关培训场地（演示）', 'Training room of Shekou Customs (demo)', '演示市演示区演示路11号',
                 'Demonstration Road 11', '演示场地。', 'A place made up for the demonstration.'),
                (3, '0000', '线上培训室（演示）', 'Online rooms (demo)', null, null, '演示用，链接不可用。', 'For the demonstration; the links lead nowhere.'))
                r (nr, unit, zh, en, place_zh, place_en, note_zh, note_en) join aeo.unit u on u.code = r.unit
            order by r.nr
            """;
    private static final String ROOMS = """
            insert into aeo.training_room (base_id, unit_id, org_path, name_zh, name_en, capacity, equipment, online, link, approval)
            select b.id, b.unit_id, b.org_path, r.zh, r.en, r.seats, string_to_array(r.equipment, ' '), r.link is not null, r.link, r.approval
            from (values
                (1, '5300', '报告厅', 'Hall', 120, 'PROJECTOR MICROPHONES RECORDING INTERPRETING', null, true),
                (2, '5300', '第一教室', 'Classroom 1', 40, 'PROJECTOR WHITEBOARD', null, true),
                (3, '5300', '模拟认证室', 'Room for mock validation', 20, 'SCREEN COMPUTERS VR', null, true),
                (4, '5304', '会议室', 'Meeting room', 30, 'SCREEN VIDEO_CONFERENCE', null, false),
                (5, '0000', '公开课直播间', 'Open lectures', null, 'VIDEO_CONFERENCE RECORDING', 'https://meeting.demo.invalid/aeo', false),
                (6, '0000', '线上研讨室', 'Online seminar', 100, 'VIDEO_CONFERENCE', 'https://meeting.demo.invalid/seminar', true))
                r (nr, unit, zh, en, seats, equipment, link, approval)
                join aeo.unit u on u.code = r.unit join aeo.training_base b on b.unit_id = u.id and b.kind = 'VENUE'
            order by r.nr
            """;
    // Days are counted from the day it is loaded.
    private static final String BOOKINGS = """
            insert into aeo.training_booking (room_id, unit_id, org_path, sole, by_unit, by_path, during, kind, status, title, reason,
                asked_by, asked_at, decided_by, decided_at)
            select m.id, m.unit_id, m.org_path, m.sole, a.unit_id, a.org_path,
                tstzrange((china_day() + r.day + r.since::time) at time zone 'Asia/Shanghai',
                    (china_day() + r.day + r.until::time) at time zone 'Asia/Shanghai'),
                r.kind, r.status, r.title, r.reason, a.id, now() - interval '3 days',
                case when r.status in ('APPROVED', 'REFUSED') then d.id end,
                case when r.status in ('APPROVED', 'REFUSED') then now() - interval '2 days' end
            from (values
                (1, '报告厅', 'shenzhen.planner', -20, '09:00', '12:00', 'OTHER', 'APPROVED', '信用管理办法宣讲', null),
                (2, '第一教室', 'shekou.officer', -6, '14:00', '17:00', 'OTHER', 'APPROVED', 'AEO标准解读', null),
                (3, '报告厅', 'shenzhen.planner', 2, '09:00', '12:00', 'OTHER', 'APPROVED', 'AEO便利措施说明会', null),
                (4, '报告厅', 'dapeng.officer', 2, '14:00', '17:00', 'OTHER', 'REQUESTED', '辖区企业培训', null),
                (5, '报告厅', 'shekou.officer', 2, '15:00', '18:00', 'OTHER', 'REQUESTED', '跨境电商企业座谈', null),
                (6, '第一教室', 'shekou.coordinator', 3, '09:00', '11:30', 'OTHER', 'APPROVED', '内部审计专题辅导', null),
                (7, '第一教室', 'dapeng.officer', 3, '10:00', '12:00', 'OTHER', 'REFUSED', '新任关务人员培训', '该时段已有预订，请改用下午时段。'),
                (8, '模拟认证室', 'shenzhen.officer', 5, '08:00', '18:00', 'BLOCK', 'APPROVED', '设备检修', null),
                (9, '模拟认证室', 'shekou.officer', 9, '09:00', '16:00', 'OTHER', 'APPROVED', '模拟认证', null),
                (10, '会议室', 'shekou.officer', 1, '09:30', '11:00', 'OTHER', 'APPROVED', '一对一辅导', null),
                (11, '会议室', 'dapeng.officer', 4, '14:00', '15:30', 'OTHER', 'GIVEN_UP', '企业协调员碰头会', null),
                (12, '公开课直播间', 'gacc.officer', 6, '10:00', '11:30', 'OTHER', 'APPROVED', '政策公开课', null),
                (13, '公开课直播间', 'shenzhen.planner', 6, '10:00', '11:00', 'OTHER', 'APPROVED', '关区公开课', null))
                r (nr, room, login, day, since, until, kind, status, title, reason)
                join aeo.training_room m on m.name_zh = r.room join aeo.account a on a.login = r.login
                cross join lateral (select x.id from aeo.account x where x.org_path = m.org_path and x.kind = 'OFFICER'
                    order by x.login like '%.officer' desc, x.id limit 1) d
            order by r.nr
            """;

    private DemoVenues() {}

    /** Within the transaction that loads the registry. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(VENUES, ROOMS, BOOKINGS)) {
                statement.executeUpdate(sql);
            }
        }
    }
}
