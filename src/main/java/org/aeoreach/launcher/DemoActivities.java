package org.aeoreach.launcher;

import java.sql.SQLException;
import java.sql.Statement;

/** What the districts' plans for the directive of the demonstration foresee on certain days, some of them this month. */
final class DemoActivities {

    // A district that has not had its plan approved foresees its days, but they do not stand.
    private static final String ACTIVITIES = """
            insert into aeo.planned_activity (plan_id, campaign_id, unit_id, org_path, kind, title_zh, title_en, place,
                starts_on, ends_on, status, changed_at)
            select p.id, p.campaign_id, u.id, u.org_path, d.kind, d.zh, d.en, d.place, china_day() + d.day,
                china_day() + d.day + d.more, case when p.status = 'APPROVED' then d.status else 'PLANNED' end,
                now() - interval '3 days'
            from demo_campaign c join aeo.campaign_plan p on p.campaign_id = c.id
                join aeo.unit u on starts_with(u.org_path, p.org_path)
                join (values
                    ('5300', 'TRAINING', '信用管理办法线上讲解（第一场）', 'Online briefing on the Credit Measures (first)', '线上', -21, 0, 'STANDING'),
                    ('5300', 'TRAINING', '信用管理办法线上讲解（第二场）', 'Online briefing on the Credit Measures (second)', '线上', -7, 0, 'STANDING'),
                    ('5300', 'TRAINING', '跨境电商企业认证标准讲解', 'Certification criteria for e-commerce', '深圳海关大厦多功能厅', 4, 0, 'STANDING'),
                    ('5300', 'CONSULTATION', '关企恳谈开放日', 'Open day for questions', '深圳海关业务大厅', 11, 1, 'STANDING'),
                    ('5304', 'GUIDANCE', '前海片区现场辅导', 'Guidance on site in Qianhai', '前海综合保税区', 2, 2, 'STANDING'),
                    ('5304', 'CONSULTATION', '小微企业认证咨询日', 'Consultation day for small enterprises', '蛇口海关一楼', 9, 0, 'STANDING'),
                    ('5304', 'TRAINING', '单证保存专题培训', 'Training on keeping documents', '蛇口网谷', 16, 0, 'STANDING'),
                    ('5304', 'OTHER', '园区政策宣传周', 'Policy week in the park', '蛇口网谷', -5, 4, 'STANDING'),
                    ('5316', 'GUIDANCE', '大鹏重点企业现场辅导', 'Guidance on site in Dapeng', '大鹏新区', 7, 1, 'STANDING'),
                    ('5316', 'TRAINING', '物流企业认证培训', 'Training for logistics firms', '盐田保税物流园', 13, 0, 'DROPPED'),
                    ('2200', 'TRAINING', '外资研发企业专场培训', 'Training for foreign research firms', '上海海关大楼', 3, 0, 'STANDING'),
                    ('2200', 'CONSULTATION', '自贸区政策咨询日', 'Consultation day on the free-trade zone', '外高桥保税区', 14, 0, 'STANDING'),
                    ('2210', 'GUIDANCE', '集成电路企业上门辅导', 'Guidance on site for chip makers', '张江科学城', 1, 3, 'STANDING'),
                    ('2210', 'TRAINING', '内部控制专题培训', 'Training on internal control', '浦东海关', 8, 0, 'STANDING'),
                    ('2300', 'TRAINING', '制造业企业分行业宣讲（苏州）', 'Briefing by industry in Suzhou', '苏州工业园区', 6, 0, 'STANDING'),
                    ('2300', 'TRAINING', '制造业企业分行业宣讲（无锡）', 'Briefing by industry in Wuxi', '无锡高新区', 12, 0, 'STANDING'))
                    d (code, kind, zh, en, place, day, more, status) on d.code = u.code
            where p.status in ('APPROVED', 'ACKNOWLEDGED')
            """;

    private static final String EDITIONS =
            "update aeo.campaign_plan_edition set content = content || jsonb_build_object('activities',"
                    + " aeo.campaign_plan_dates(plan_id, false))";

    private DemoActivities() {}

    /** Within the transaction that loads the directive, after its plans. */
    static void load(Statement statement) throws SQLException {
        statement.execute(ACTIVITIES);
        statement.execute(EDITIONS);
    }
}
