package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Half a year of made-up contacts with the enterprises that have a coordinator, with what came of them, so that a
 * demonstration shows a working day: people to call, tasks that are overdue, feedback that was heard. Days are counted
 * back from the day it is loaded.
 */
final class DemoContacts {

    private static final String COORDINATOR = """
            insert into aeo.coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from)
            select e.id, e.unit_id, e.org_path, a.id, 'COORDINATOR', china_day() - 190
            from aeo.enterprise e join aeo.account a on a.login = 'shekou.coordinator'
            where e.customs_code in ('5304999901', '5304999904') and e.coordinator_id is null
            """;
    private static final String TALKS = """
            create temp table demo_talk on commit drop as select * from (values
                (1, 'VISIT', 'ONE_TO_ONE', 'OUT', 'POLICY', '海关注册登记和备案企业信用管理办法（总署令第282号）',
                 '介绍新办法的等级设置、便利措施和过渡安排，查看关务岗位设置和单证档案。',
                 '企业两周内提交内部控制制度清单，由协调员逐项核对。', null, null, '核对企业提交的内部控制制度清单'),
                (2, 'PHONE', 'ONE_TO_ONE', 'OUT', 'GUIDE', 'AEO认证申请办事指南',
                 '了解申请准备情况，答复申请材料的提交方式。', null, null, null, null),
                (3, 'ON_SITE_GUIDANCE', 'ONE_TO_ONE', 'OUT', 'OTHER', '仓库与场所安全',
                 '现场查看围墙、门禁、监控和集装箱检查记录。', '补装西侧出入口监控，完成后拍照反馈。', null, null,
                 '确认西侧出入口监控已补装'),
                (4, 'ONLINE_SESSION', 'ATTENDED', 'OUT', 'GUIDE', '认证标准自评要点',
                 '参加本关区组织的线上讲解，企业派关务和财务人员出席。', null, null, null, null),
                (5, 'COUNTER', 'ONE_TO_ONE', 'IN', 'POLICY', '单证保存要求',
                 '企业来窗口咨询单证保存期限和形式。', '待上级明确后答复企业。',
                 '集团要求全部单证电子化保存，不清楚认证时是否认可电子单证，准备工作停了下来。', 'HINDERING',
                 '答复电子单证是否认可'),
                (6, 'MAIL', 'DELIVERED', 'OUT', 'GUIDE', '认证企业便利措施一览', '发送便利措施一览和互认国家（地区）名单。', null, null,
                 null, null),
                (7, 'ONE_TO_ONE_TRAINING', 'ONE_TO_ONE', 'OUT', 'OTHER', '进出口业务内部审计',
                 '讲解内部审计的频次、范围和报告要求，企业提供去年的审计报告。', '企业下季度开展一次内部审计，报告送协调员。', null, null,
                 '跟进企业内部审计报告'),
                (8, 'HOTLINE', 'ONE_TO_ONE', 'IN', 'OTHER', '互认便利', '企业询问货物到日本、新加坡时如何享受互认便利。',
                 '已说明AEO编码的填写方法。', '境外客户不知道在哪里填写AEO编码，希望有双语说明。', 'MINOR', null))
                t (nr, channel, strength, direction, kind, subject, said, agreed, heard_on, severity, task)
            """;
    // One to three with each of the first fifteen of an officer, on working days; with two of them too long ago.
    private static final String CONTACTS = """
            create temp table demo_contact on commit drop as
            select nextval('aeo.touchpoint_seq') as id, c.enterprise_id, c.unit_id, c.org_path, c.account_id,
                   c.day - (extract(isodow from c.day)::int / 6) * (extract(isodow from c.day)::int - 5) as day,
                   (c.nr * 3 + c.turn * 5) % 8 + 1 as talk, c.nr * 7 + c.turn * 11 as spread
            from (select x.*, y.turn, china_day() - 1 - (x.nr * 13 + y.turn * 41) % 95
                             - case when x.nr in (2, 7) then 215 else 0 end as day
                      from (select c.enterprise_id, c.unit_id, c.org_path, c.account_id,
                                   row_number() over (partition by c.account_id
                                       order by e.customs_code like '____9999__' desc, e.tier nulls last, e.id)::int as nr
                                from aeo.coordination c join aeo.enterprise e on e.id = c.enterprise_id
                                where c.valid_to is null and c.part = 'COORDINATOR') x
                          cross join lateral generate_series(0, x.nr % 3) y (turn)
                      where x.nr <= 15) c
            """;
    private static final String TOUCHPOINTS = """
            insert into aeo.touchpoint (id, unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength, said,
                agreed, heard, heard_on, heard_severity, told, source, account_id)
            select c.id, c.unit_id, c.org_path, c.unit_id, c.day, (c.day + time '12:00') at time zone 'Asia/Shanghai', t.channel,
                t.direction, t.strength, t.said, t.agreed, t.heard_on is not null, t.heard_on, t.severity,
                t.agreed is not null, 'demo', c.account_id
            from demo_contact c join demo_talk t on t.nr = c.talk
            """;
    private static final String PARTIES = """
            insert into aeo.touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at, timed,
                channel, strength, direction)
            select c.id, c.enterprise_id, c.unit_id, c.org_path, c.unit_id, c.unit_id,
                (c.day + time '12:00') at time zone 'Asia/Shanghai', false, t.channel, t.strength, t.direction
            from demo_contact c join demo_talk t on t.nr = c.talk order by c.day
            """;
    private static final String OFFICERS = """
            insert into aeo.touchpoint_officer (touchpoint_id, account_id, unit_id_then)
            select id, account_id, unit_id from demo_contact
            """;
    private static final String SUBJECTS = """
            insert into aeo.touchpoint_subject (touchpoint_id, position, kind, text)
            select c.id, 0, t.kind, t.subject from demo_contact c join demo_talk t on t.nr = c.talk
            """;
    // Officers write in their own words; with one enterprise in five, as with a foreign one, in English.
    private static final String OUTCOMES = """
            create temp table demo_outcome on commit drop as select * from (values
                (1, 0, '清单共18项制度，15项符合要求；缺岗位轮换、印章使用和信息系统权限管理三项，企业月底前补齐。'),
                (1, 1, '已逐项核对，制度齐全，执行记录抽查三个月，未发现问题。'),
                (1, 2, '制度已收到。关务岗位职责写得过于笼统，已退回一次，修改稿符合要求。'),
                (1, 3, 'All 18 documents received. Two procedures did not name who approves; corrected versions came a week later.'),
                (3, 0, '企业发来照片，西侧出入口新装两台摄像机，录像保存九十天。'),
                (3, 1, '施工推迟一周，复查时已装好并接入值班室。'),
                (3, 2, '已补装并拍照；同时更换了东门的门禁读卡器。'),
                (3, 3, 'Photos received: two cameras at the west gate, recordings kept for 90 days.'),
                (5, 0, '已请示关区企业管理部门：能完整还原、防止篡改的电子单证可以认可。已电话告知企业。'),
                (5, 1, '已书面答复。企业将保留海关签发单证的纸质原件，其余改为电子保存。'),
                (5, 2, '答复后企业恢复认证准备，计划年底前完成自评。'),
                (5, 3, 'Answered by phone: electronic records are accepted if they are complete and protected against change.'),
                (7, 0, '企业已提交审计报告，发现的两处归类差错已主动披露。'),
                (7, 1, '内部审计由集团派员完成，报告和整改记录已存档。'),
                (7, 2, '报告已收到，范围未含减免税货物，建议下次补上。'),
                (7, 3, 'Internal audit report received; three findings, two closed, the third due next quarter.'))
                o (talk, nr, text)
            """;
    // What was agreed long ago is done; of the rest some is overdue.
    private static final String TASKS = """
            insert into aeo.task (unit_id, org_path, owner_id, touchpoint_id, enterprise_id, title, due_on, status, outcome,
                account_id, created_at, closed_at, closed_by)
            select c.unit_id, c.org_path, c.account_id, c.id, c.enterprise_id, t.task, d.due,
                case when p.done then 'DONE' else 'OPEN' end, case when p.done then o.text end, c.account_id,
                (c.day + time '16:00') at time zone 'Asia/Shanghai',
                case when p.done then (d.due + time '10:00') at time zone 'Asia/Shanghai' end,
                case when p.done then c.account_id end
            from demo_contact c join demo_talk t on t.nr = c.talk and t.task is not null
                join demo_outcome o on o.talk = t.nr and o.nr = case when (c.enterprise_id / 50) % 5 = 0 then 3 else c.spread % 3 end,
                lateral (select c.day < china_day() - 60 as done) p,
                lateral (select case when p.done then c.day + 20 else china_day() - 8 + c.spread % 24 end as due) d
            """;
    private static final String BROADCASTS = """
            insert into aeo.broadcast (unit_id, org_path, happened_on, channel, title, audience, counted, how_known, note,
                account_id)
            select u.id, u.org_path, china_day() - r.ago, r.channel, r.title, r.audience, r.counted, r.how, null, a.id
            from (values (1, 'shenzhen.officer', '5300', 34, 'LIVE_STREAM', '“AEO进行时”直播：新办法下的认证企业', 4120, true, '平台公布的观看数'),
                         (2, 'shekou.officer', '5304', 61, 'CONFERENCE', '外贸企业展会AEO宣传台', 300, false, '按领取的资料份数估算'),
                         (3, 'shanghai.officer', '2200', 18, 'LIVE_STREAM', '跨境电商企业AEO入门', 2650, true, '平台公布的观看数'))
                r (nr, login, unit, ago, channel, title, audience, counted, how)
                join aeo.account a on a.login = r.login join aeo.unit u on u.code = r.unit
            order by r.nr
            """;

    private DemoContacts() {}

    /** Within the transaction that loads the registry. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    COORDINATOR,
                    TALKS,
                    CONTACTS,
                    TOUCHPOINTS,
                    PARTIES,
                    OFFICERS,
                    SUBJECTS,
                    OUTCOMES,
                    TASKS,
                    BROADCASTS)) {
                statement.execute(sql);
            }
        }
    }
}
