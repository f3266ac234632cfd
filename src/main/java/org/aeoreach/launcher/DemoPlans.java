package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the training sessions of the demonstration teach, who teaches, which rooms they have and what they ask. */
final class DemoPlans {

    private static final String COURSES = """
            update aeo.training_session s set course_id = c.id
            from (values ('AEO企业认证标准讲解（深圳）', 'STANDARD'), ('模拟认证：单证与内部审计', 'MOCK-VALIDATION'),
                    ('信用管理办法公开课', 'AEO-SYSTEM'), ('跨境电商企业AEO专题培训', 'CROSS-BORDER-E-COMMERCE'),
                    ('AEO互认便利措施公开课', 'BENEFITS'), ('内部控制专题培训', 'STANDARD'), ('物流企业AEO培训', 'SECURITY'),
                    ('认证人员专业培训', 'VALIDATORS'), ('一对一辅导：内审整改', 'STANDARD'), ('模拟认证：加工贸易企业', 'MOCK-VALIDATION'),
                    ('中小企业AEO系列讲座（第1讲）', 'SMALL-ENTERPRISES'), ('中小企业AEO系列讲座（第2讲）', 'SMALL-ENTERPRISES'),
                    ('中小企业AEO系列讲座（第3讲）', 'SMALL-ENTERPRISES'), ('中小企业AEO系列讲座（第4讲）', 'SMALL-ENTERPRISES')) w (title, code)
                join aeo.training_course c on c.code = w.code and c.org_path = '0000.'
            where s.title_zh = w.title
            """;
    private static final String TRAINERS = """
            insert into aeo.training_session_trainer (session_id, trainer_id, position)
            select s.id, t.id, w.nr
            from (values ('AEO企业认证标准讲解（深圳）', '周海晴%', 1), ('模拟认证：单证与内部审计', '唐予安%', 1),
                    ('信用管理办法公开课', '方书言%', 1), ('跨境电商企业AEO专题培训', '周海晴%', 1),
                    ('跨境电商企业AEO专题培训', '袁清源%', 2), ('一对一辅导：认证准备', '唐予安%', 1),
                    ('AEO互认便利措施公开课', '方书言%', 1), ('关企AEO交流会（上海）', '沈若谷%', 1),
                    ('物流企业AEO培训', '袁清源%', 1), ('认证人员专业培训', '周海晴%', 1), ('一对一辅导：内审整改', '唐予安%', 1), ('模拟认证：加工贸易企业', '周海晴%', 1),
                    ('关企AEO圆桌会（上海）', '沈若谷%', 1), ('中小企业AEO系列讲座（第1讲）', '唐予安%', 1),
                    ('中小企业AEO系列讲座（第1讲）', '袁清源%', 2), ('中小企业AEO系列讲座（第2讲）', '袁清源%', 1),
                    ('中小企业AEO系列讲座（第3讲）', '唐予安%', 1), ('中小企业AEO系列讲座（第4讲）', '袁清源%', 1)) w (title, name, nr)
                join aeo.training_session s on s.title_zh = w.title
                join aeo.training_trainer t on t.name_zh like w.name
            """;
    // Where the room is another unit's and still to be approved, the session is a draft.
    private static final String ROOMS = """
            insert into aeo.training_booking (room_id, unit_id, org_path, sole, by_unit, by_path, during, kind, status, session_id,
                title, asked_by, asked_at, decided_by, decided_at)
            select m.id, m.unit_id, m.org_path, m.sole, s.unit_id, s.org_path, tstzrange(s.starts_at, s.ends_at), 'SESSION',
                w.status, s.id, s.title_zh, a.id, s.created_at, case when w.status = 'APPROVED' then a.id end,
                case when w.status = 'APPROVED' then s.created_at end
            from (values ('AEO企业认证标准讲解（深圳）', '第一教室', 'APPROVED'), ('模拟认证：单证与内部审计', '模拟认证室', 'APPROVED'),
                    ('信用管理办法公开课', '公开课直播间', 'APPROVED'), ('跨境电商企业AEO专题培训', '第一教室', 'APPROVED'),
                    ('一对一辅导：认证准备', '会议室', 'APPROVED'), ('AEO互认便利措施公开课', '公开课直播间', 'APPROVED'),
                    ('物流企业AEO培训', '第一教室', 'REQUESTED'), ('认证人员专业培训', '报告厅', 'APPROVED'), ('一对一辅导：内审整改', '会议室', 'APPROVED'),
                    ('模拟认证：加工贸易企业', '模拟认证室', 'APPROVED'), ('中小企业AEO系列讲座（第1讲）', '会议室', 'APPROVED'),
                    ('中小企业AEO系列讲座（第2讲）', '会议室', 'APPROVED'), ('中小企业AEO系列讲座（第3讲）', '会议室', 'APPROVED'),
                    ('中小企业AEO系列讲座（第4讲）', '会议室', 'APPROVED')) w (title, room, status)
                join aeo.training_session s on s.title_zh = w.title
                join aeo.training_room m on m.name_zh = w.room
                join aeo.training_base b on b.id = m.base_id and b.name_zh like '%（演示）'
                cross join lateral (select min(x.id) as id from aeo.account x where x.kind = 'OFFICER'
                    and starts_with(s.org_path, x.org_path)) a
            """;
    private static final String PLACES = """
            update aeo.training_session s set room_id = k.room_id, room_status = k.status,
                place_zh = p.base_zh || ' ' || p.room_zh || coalesce('（' || p.address_zh || '）', ''),
                place_en = p.room_en || ', ' || p.base_en || coalesce(' (' || p.address_en || ')', '')
            from aeo.training_booking k cross join lateral aeo.training_place(k.room_id) p
            where k.session_id = s.id and k.status in ('APPROVED', 'REQUESTED')
            """;
    private static final String FIELDS = """
            insert into aeo.training_session_field (session_id, position, label_zh, label_en, kind, choices, required)
            select s.id, w.nr, w.zh, w.en, w.kind, w.choices::jsonb, w.required
            from (values
                ('跨境电商企业AEO专题培训', 1, '所在部门', 'Department', 'TEXT', '[]', false),
                ('跨境电商企业AEO专题培训', 2, '经营模式', 'Business model', 'CHOICE', '[{"zh":"直购进口","en":"Direct purchase import"},{"zh":"网购保税","en":"Bonded import"},{"zh":"出口","en":"Export"}]', true),
                ('关企AEO交流会（上海）', 1, '是否需要英语同传', 'Do you need interpreting into English?', 'YES_NO', '[]', true),
                ('关企AEO交流会（上海）', 2, '是否在会场用餐', 'Will you have lunch there?', 'YES_NO', '[]', true)) w (title, nr, zh, en, kind, choices, required)
                join aeo.training_session s on s.title_zh = w.title
            order by s.id, w.nr
            """;
    private static final String HANGING = """
            insert into aeo.training_session_field (session_id, position, label_zh, label_en, kind, required, shown_if, shown_value)
            select f.session_id, 3, '用餐禁忌', 'What do you not eat?', 'TEXT', false, f.id, 'YES'
            from aeo.training_session_field f join aeo.training_session s on s.id = f.session_id
            where s.title_zh = '关企AEO交流会（上海）' and f.position = 2
            """;
    private static final String ANSWERS = """
            update aeo.training_registration r set answers = jsonb_build_object(f.id::text, (r.id % 3)::text)
            from aeo.training_session_field f
            where f.session_id = r.session_id and f.kind = 'CHOICE'
            """;
    private static final String OFFICERS = """
            insert into aeo.training_registration (session_id, session_path, account_id, entered_by, name, mail, organisation, language,
                status)
            select s.id, s.org_path, a.id, a.id, a.name_zh, a.mail, n.zh, a.language, 'WAITING'
            from aeo.training_session s
                join aeo.account a on a.login in ('shenzhen.officer', 'shekou.officer', 'dapeng.officer') and a.mail is not null
                join aeo.unit_name n on n.unit_id = a.unit_id and n.valid_to is null
            where s.title_zh = '认证人员专业培训'
            """;
    private static final String SEATED =
            "select aeo.training_move_up(s, now()) from aeo.training_session s where 'OFFICERS' = any (s.audience)";
    private static final String TEMPLATE = """
            insert into aeo.training_session (unit_id, org_path, account_id, kind, title_zh, title_en, starts_at, ends_at, capacity,
                per_enterprise, approval, accept_hours, template, course_id)
            select s.unit_id, s.org_path, s.account_id, 'CLASS', '关区AEO标准培训（模板）', 'Criteria, for the district (template)',
                s.starts_at, s.ends_at, 40, 2, false, 24, true, s.course_id
            from aeo.training_session s where s.title_zh = 'AEO企业认证标准讲解（深圳）'
            """;

    private DemoPlans() {}

    /** After the sessions, within the transaction that loads the registry. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(COURSES, TRAINERS, ROOMS, PLACES, FIELDS, HANGING, ANSWERS, OFFICERS)) {
                statement.executeUpdate(sql);
            }
            statement.execute(SEATED);
            statement.executeUpdate("update aeo.training_registration r set status = 'REGISTERED', offered_until = null"
                    + " from aeo.training_session s where s.id = r.session_id and 'OFFICERS' = any (s.audience)"
                    + " and r.status = 'OFFERED'");
            statement.executeUpdate(TEMPLATE);
            statement.executeUpdate("delete from aeo.training_notice");
        }
    }
}
