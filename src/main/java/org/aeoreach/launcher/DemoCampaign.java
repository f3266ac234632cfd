package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A directive of the General Administration that has been running for six weeks: issued to all districts, answered by
 * most, worked on by houses. Its levels come from contacts, as those of every campaign; days are counted back from the
 * day it is loaded.
 */
final class DemoCampaign {

    private static final String CAMPAIGN = """
            create temp table demo_campaign on commit drop as
            with made as (
                insert into aeo.campaign (unit_id, org_path, kind, title_zh, title_en, purpose_zh, purpose_en, starts_on,
                    ends_on, acknowledge_by, plan_by, reports_on, sister_sums, status, author_id, submitted_by, submitted_as,
                    approved_by, issued_at, frozen_at, created_at)
                select u.id, u.org_path, 'DIRECTIVE', '信用管理办法和AEO便利措施宣讲专项行动',
                    'Briefing on the Credit Measures and AEO benefits',
                    '让潜在申请企业和AEO企业逐家了解信用管理办法的等级、认证标准和便利措施，掌握企业准备认证中的困难并及时反馈。',
                    'Every prospective applicant and every AEO is to know the credit grades, the certification criteria and the'
                        ' benefits; what stands in the way of certification is to be heard and reported.',
                    china_day() - 42, china_day() + 48, china_day() - 35, china_day() + 6,
                    array[china_day() - 12, china_day() + 18, china_day() + 48], true, 'RUNNING', a.id, a.id,
                    'GACC_OFFICER', e.id,
                    now() - interval '42 days', now() - interval '42 days', now() - interval '45 days'
                from aeo.unit u, aeo.account a, aeo.account e
                where u.code = '0000' and a.login = 'gacc.officer' and e.login = 'gacc.editor'
                returning id, unit_id, org_path)
            select * from made
            """;
    private static final String AUDIENCES = """
            insert into aeo.campaign_audience (campaign_id, audience, text_zh, text_en, expected, least_strength, channels)
            select c.id, x.* from demo_campaign c cross join (values
                ('PROSPECTIVE', '请了解认证标准和便利措施。海关将安排一对一辅导，欢迎提出准备认证中的困难。',
                 'Learn about the criteria and the benefits. Customs offers guidance one to one; tell us what stands in your way.',
                 70, 'ATTENDED', '{}'::text[]),
                ('AEO', '请核对应享受的便利措施是否落实，并了解复核要求。',
                 'Check whether you receive the benefits you are entitled to, and what a re-validation asks for.',
                 90, 'ATTENDED', '{}'),
                ('ALL', '请了解企业信用等级和管理措施。', 'Learn about the credit grades and what follows from them.',
                 65, 'ATTENDED', '{}')) x
            """;
    // Most districts took note in time; one did a week late, one asks back, one declines, three are silent.
    private static final String PLANS = """
            insert into aeo.campaign_plan (campaign_id, unit_id, org_path, status, acknowledged_edition, acknowledged_at,
                question, regional_zh, regional_en, channels, sessions, begins_on, finishes_on, submitted_by, approved_by,
                approved_at, pushed_at)
            select c.id, u.id, u.org_path, p.status, case when p.taken is not null then 1 end,
                now() - p.taken * interval '1 day', p.question, p.zh, p.en, p.channels, p.sessions,
                case when p.zh is not null then china_day() - 35 end, case when p.zh is not null then china_day() + 40 end,
                s.id, a.id, case when a.id is not null then now() - interval '33 days' end,
                case when a.id is not null then now() - interval '32 days' end
            from demo_campaign c
                join aeo.unit u on u.parent_id = c.unit_id and u.kind = 'DISTRICT'
                cross join lateral (select
                    case u.code when '5300' then 'APPROVED' when '2200' then 'APPROVED' when '5200' then 'ASKED'
                        when '8800' then 'DECLINED' when '9600' then 'ISSUED'
                        when '9700' then 'ISSUED' when '6400' then 'ISSUED' else 'ACKNOWLEDGED' end as status,
                    case when u.code in ('9600', '9700', '6400', '5200', '8800') then null when u.code = '4600' then 28
                        else 36 + ascii(right(u.code, 3)) % 5 end as taken,
                    case u.code when '5200' then '东莞海关辖区企业数量大，专职人员不足，可否将集中宣讲计为触达？'
                        when '8800' then '辖区内暂无潜在申请企业，拟并入日常联系工作。' end as question,
                    case u.code when '5300' then '跨境电商和供应链服务企业集中，重点走访前海蛇口片区的中小企业，与高级认证培育工作一并开展。'
                        when '2200' then '外资研发和集成电路企业较多，以浦东为重点，结合自贸区政策开展上门辅导。'
                        when '2300' then '苏州、无锡制造业企业集中，分行业开展宣讲。' end as zh,
                    case u.code when '5300' then 'Many cross-border e-commerce and supply-chain firms: visits to small and'
                            ' medium enterprises in Qianhai and Shekou come first, together with guidance towards certification.'
                        when '2200' then 'Many foreign research and chip makers: guidance on site in Pudong comes first, together'
                            ' with the policies of the free-trade zone.'
                        when '2300' then 'Manufacturing in Suzhou and Wuxi: briefings by industry.' end as en,
                    case when u.code in ('5300', '2200', '2300') then array['VISIT', 'ON_SITE_GUIDANCE', 'ONE_TO_ONE_TRAINING',
                        'ONLINE_SESSION'] else '{}' end as channels,
                    case u.code when '5300' then '每月两场线上讲解，另在蛇口、大鹏各办一场现场辅导。' end as sessions) p
                left join aeo.account s on s.login = case u.code when '5300' then 'shenzhen.officer'
                    when '2200' then 'shanghai.officer' end
                left join aeo.account a on a.login = case u.code when '5300' then 'shenzhen.planner'
                    when '2200' then 'shanghai.planner' end
            """;
    private static final String SESSIONS = """
            create temp table demo_session on commit drop as
            select nextval('aeo.touchpoint_seq') as id, d.* from (
                select c.unit_id, c.org_path, a.id as account_id, s.nr, china_day() - s.ago as day, s.channel, s.strength,
                       s.said, s.share, s.turn
                from demo_campaign c join aeo.account a on a.login = 'gacc.editor'
                    cross join (values
                        (1, 36, 'MAIL', 'DELIVERED', '发送信用管理办法解读和便利措施一览。', 40, 3),
                        (2, 30, 'ONLINE_SESSION', 'ATTENDED', '总署线上宣讲：信用等级与认证标准。', 17, 11),
                        (3, 23, 'ONLINE_SESSION', 'ATTENDED', '总署线上宣讲：跨境电商企业如何准备认证。', 12, 29),
                        (4, 16, 'LIVE_STREAM', 'ATTENDED', '总署直播：AEO便利措施问答。', 19, 53),
                        (5, 9, 'ONLINE_SESSION', 'ATTENDED', '总署线上宣讲：内部控制与单证保存。', 9, 71),
                        (6, 3, 'CONFERENCE', 'ATTENDED', '行业协会年会上的专题讲解。', 6, 87))
                    s (nr, ago, channel, strength, said, share, turn)) d
            """;
    private static final String SESSION_TOUCHPOINTS = """
            insert into aeo.touchpoint (id, unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength, said,
                source, account_id)
            select id, unit_id, org_path, unit_id, day, (day + time '12:00') at time zone 'Asia/Shanghai', channel, 'OUT',
                strength, said, 'demo', account_id from demo_session
            """;
    // By the number of the enterprise and of its house, so that houses differ; the smaller the share, the fewer came.
    private static final String SESSION_PARTIES = """
            insert into aeo.touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at, timed,
                channel, strength, direction)
            select s.id, e.id, e.unit_id, e.org_path, e.unit_id, s.unit_id,
                (s.day + time '12:00') at time zone 'Asia/Shanghai', false, s.channel, s.strength, 'OUT'
            from demo_session s join aeo.enterprise e on e.source = 'demo'
            where (hashint8(e.id * 97 + s.nr) & 1023) % 100 < s.share * (40 + (hashint8(e.unit_id * 31 + s.nr) & 1023) % 120) / 100
                and (hashint8(e.unit_id) & 1023) % 9 > 0
            order by s.day, e.id
            """;
    private static final String SESSION_OFFICERS = """
            insert into aeo.touchpoint_officer (touchpoint_id, account_id, unit_id_then)
            select id, account_id, unit_id from demo_session
            """;
    private static final String SESSION_SUBJECTS = """
            insert into aeo.touchpoint_subject (touchpoint_id, position, kind, text)
            select id, 0, 'POLICY', '海关注册登记和备案企业信用管理办法（总署令第282号）' from demo_session
            """;
    // Frozen as every campaign is; who was contacted before it is judged by its rule.
    private static final String MEMBERS = """
            insert into aeo.campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path, audience,
                size_class, sector, track, priority, level, first_on, reached_on, channel)
            select e.id, r.campaign_id, e.unit_id, e.org_path, e.unit_id, e.org_path, r.audience, e.size_class, e.sector,
                case when is_sme(e.size_class) then case when is_cbec(e.business_types) then 'BOTH' else 'SME' end
                    when is_cbec(e.business_types) then 'CBEC' else 'NONE' end,
                campaign_priority(r.audience, e.size_class, e.last_contact_on), j.*
            from demo_campaign c join aeo.campaign_rule r on r.campaign_id = c.id
                join aeo.enterprise e on r.audience = enterprise_audience(e.grade, e.journey_step)
                cross join lateral campaign_judged(null, e.id, null, r.strong, r.channels, r.from_at, r.to_at) j
            where e.merged_into is null
            order by e.org_path, e.id
            """;
    private static final String ASSIGNMENTS = """
            insert into aeo.campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, proposed, due_on, status,
                acknowledged_edition, plan_edition, started_at)
            select p.id, p.campaign_id, m.house_id, m.house_path, m.target, m.target, china_day() + 12, case when m.house_path
                = p.org_path then 'PUSHED' else 'STARTED' end, 1, 1, now() - interval '30 days'
            from aeo.campaign_plan p join demo_campaign c on c.id = p.campaign_id
                cross join lateral (select t.house_id, t.house_path, sum(ceil(t.n * a.expected / 100.0)) as target
                    from (select m.house_id, m.house_path, m.audience, count(*) as n from aeo.campaign_member m
                          where m.campaign_id = c.id and starts_with(m.house_path, p.org_path) group by 1, 2, 3) t
                        join aeo.campaign_audience a on a.campaign_id = c.id and a.audience = t.audience
                    group by 1, 2) m
            where p.status = 'APPROVED'
            """;
    private static final String STANDINGS = """
            update aeo.campaign_member m set standing = s.standing, reason = s.reason, remark = s.remark,
                stood_by = a.id, stood_on = china_day() - 8
            from aeo.account a, demo_campaign c, (values
                ('5304', 1, 'EXCLUDED', 'CLOSED', '营业执照已注销，现场核实无人办公。'), ('5304', 2, 'UNREACHABLE', 'NO_CONTACT', '登记电话和邮箱均已失效。'),
                ('5304', 3, 'EXCLUDED', 'NOT_APPLICABLE', '仅从事内贸，近三年无进出口记录。'), ('5304', 4, 'UNREACHABLE', 'DECLINED', '企业表示暂不考虑认证，请勿再联系。'),
                ('5304', 5, 'EXCLUDED', 'OTHER', '与集团总部统一安排，由总部所在关区联系。'), ('5304', 6, 'UNREACHABLE', 'NO_CONTACT', null),
                ('5316', 1, 'EXCLUDED', 'MOVED', '已迁往广州，正在办理变更。'), ('5316', 2, 'UNREACHABLE', 'NO_CONTACT', null),
                ('2210', 1, 'EXCLUDED', 'DUPLICATE', '与另一登记为同一企业。'), ('2210', 2, 'UNREACHABLE', 'DECLINED', null),
                ('2210', 3, 'EXCLUDED', 'CLOSED', null)) s (code, nr, standing, reason, remark)
            where m.campaign_id = c.id and a.login = case s.code when '5304' then 'shekou.officer' when '5316' then
                    'dapeng.officer' else 'pudong.officer' end
                and m.enterprise_id = (select x.enterprise_id from aeo.campaign_member x join aeo.unit u on u.id = x.house_id
                    where x.campaign_id = c.id and u.code = s.code and x.level = 0 order by x.priority desc, x.enterprise_id
                    offset s.nr * 3 limit 1)
            """;
    // Some rows wait for a later day; some have come back.
    private static final String POSTPONED = """
            update aeo.campaign_member m set postponed_to = china_day() + case when m.enterprise_id / 50 % 2 = 0 then 9 else -1 end
            from demo_campaign c, aeo.unit u
            where m.campaign_id = c.id and u.id = m.unit_id and u.code in ('5304', '5316', '2210') and m.standing = 'OPEN'
                and m.level < 2 and m.enterprise_id / 50 % 41 = 3
            """;
    private static final String SPREAD = """
            update aeo.campaign_member m set officer_id = e.coordinator_id
            from demo_campaign c, aeo.enterprise e
            where m.campaign_id = c.id and e.id = m.enterprise_id and e.coordinator_id is not null
            """;

    private static final String HANDS = """
            with author as (
                insert into aeo.campaign_editor (campaign_id, edition, account_id)
                select c.id, 1, c.author_id from aeo.campaign c)
            insert into aeo.campaign_plan_editor (plan_id, account_id)
            select p.id, p.submitted_by from aeo.campaign_plan p where p.submitted_by is not null
            """;
    private static final String EDITIONS = """
            insert into aeo.campaign_edition (campaign_id, edition, content, status, submitted_by, submitted_at, decided_by,
                decided_at)
            select c.id, 1, jsonb_strip_nulls(jsonb_build_object('titleZh', c.title_zh, 'titleEn', c.title_en, 'purposeZh',
                c.purpose_zh, 'purposeEn', c.purpose_en, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'acknowledgeBy',
                c.acknowledge_by, 'planBy', c.plan_by, 'reportsOn', to_jsonb(c.reports_on), 'sisterSums', c.sister_sums,
                'audiences', (select jsonb_agg(jsonb_build_object('audience', a.audience, 'textZh', a.text_zh, 'textEn',
                    a.text_en, 'leastStrength', a.least_strength, 'expected', a.expected, 'channels', to_jsonb(a.channels))
                    order by array_position(array['ALL', 'PROSPECTIVE', 'AEO'], a.audience))
                    from aeo.campaign_audience a where a.campaign_id = c.id),
                'documents', coalesce((select jsonb_agg(d.code order by x.position) from aeo.campaign_document x
                    join aeo.document d on d.id = x.document_id where x.campaign_id = c.id), '[]'))), 'IN_FORCE', c.submitted_by, c.issued_at, c.approved_by, c.issued_at
            from aeo.campaign c
            """;
    // It waits for the second person.
    private static final String AMENDMENT = """
            with proposed as (
                insert into aeo.campaign_edition (campaign_id, edition, content, note, submitted_by, submitted_as, submitted_at)
                select e.campaign_id, 2, jsonb_set(jsonb_set(e.content, '{audiences,1,expected}', '75'), '{endsOn}',
                        to_jsonb(d.ends_on + 20)), '进展好于预期，拟提高拟申请企业的预期触达率，并延长期限，便于各关区补访未触达企业。',
                    e.submitted_by, 'GACC_OFFICER', now() - interval '20 hours'
                from aeo.campaign_edition e join demo_campaign c on c.id = e.campaign_id join aeo.campaign d on d.id = c.id
                returning campaign_id, edition, submitted_by)
            insert into aeo.campaign_editor (campaign_id, edition, account_id)
            select campaign_id, edition, submitted_by from proposed
            """;
    // Some of those reached went on towards certification, and a few of the others did.
    private static final String JOURNEY = """
            with gone as (
                select m.enterprise_id, m.reached_on, e.unit_id, e.org_path, e.journey_step, e.journey_since, a.id as account_id,
                       row_number() over (partition by m.level = 2 order by hashint8(m.enterprise_id)) as nr, m.level = 2 as reached
                    from aeo.campaign_member m join demo_campaign c on c.id = m.campaign_id
                        join aeo.enterprise e on e.id = m.enterprise_id
                        join aeo.account a on a.login = 'gacc.editor'
                    where e.grade is distinct from 'ACE' and e.journey_step in ('PROSPECT', 'CONTACTED', 'BRIEFED', 'INTERESTED',
                        'CULTIVATION') and e.source = 'demo' and e.customs_code not like '____9999__'),
            step as (
                select g.*, case when g.nr % 3 = 0 then 'APPLIED' else 'SELF_ASSESSED' end as step,
                       least(coalesce(g.reached_on, china_day() - 30) + (g.nr * 7 % 19)::int, china_day() - 1) as day
                    from gone g where g.reached and g.nr % 17 = 0 or not g.reached and g.nr % 71 = 0),
            entry as (
                insert into aeo.journey_entry (enterprise_id, unit_id, org_path, step, from_step, from_since, happened_on,
                    unit_then, account_id)
                select enterprise_id, unit_id, org_path, step, journey_step, journey_since, day, unit_id, account_id from step)
            update aeo.enterprise e set journey_step = s.step, journey_since = s.day from step s where e.id = s.enterprise_id
            """;
    // Who applied a while after the contact assessed himself first.
    private static final String ASSESSED = """
            with before as (
                insert into aeo.journey_entry (enterprise_id, unit_id, org_path, step, from_step, from_since, happened_on,
                    unit_then, account_id)
                select j.enterprise_id, j.unit_id, j.org_path, 'SELF_ASSESSED', j.from_step, j.from_since,
                    j.happened_on - 1 - (j.enterprise_id / 50 % 5)::int, j.unit_then, j.account_id
                from demo_campaign c join aeo.campaign_member m on m.campaign_id = c.id
                    join aeo.journey_entry j on j.enterprise_id = m.enterprise_id and j.step = 'APPLIED'
                where j.happened_on - 6 >= coalesce(m.reached_on, china_day() - 42) and j.happened_on >= china_day() - 42
                returning enterprise_id, happened_on)
            update aeo.journey_entry j set from_step = 'SELF_ASSESSED', from_since = b.happened_on
            from before b where j.enterprise_id = b.enterprise_id and j.step = 'APPLIED' and j.happened_on > b.happened_on
            """;
    // A campaign of the house itself, of last half year, offered to others, and one of its own that runs.
    private static final String OWN = """
            create temp table demo_own on commit drop as
            with made as (
                insert into aeo.campaign (unit_id, org_path, kind, title_zh, title_en, purpose_zh, purpose_en, starts_on,
                    ends_on, conditions, status, template, author_id, submitted_by, approved_by, issued_at, frozen_at, ended_at,
                    created_at)
                select u.id, u.org_path, 'OWN', o.zh, o.en, o.purpose, o.purpose_en, china_day() - o.since,
                    china_day() + o.until, '{"all":[{"criterion":"cbec","values":{}}]}', o.status, o.template, a.id, a.id, b.id,
                    now() - o.since * interval '1 day', now() - o.since * interval '1 day',
                    case when o.status = 'ENDED' then now() + o.until * interval '1 day' end,
                    now() - (o.since + 3) * interval '1 day'
                from aeo.account a, aeo.account b, (values
                    ('5304', '跨境电商企业上门辅导', 'Guidance on site for cross-border e-commerce',
                     '前海蛇口片区跨境电商企业多、规模小，逐家上门讲清认证标准中适用于小微企业的要求。',
                     'Many small e-commerce firms in Qianhai and Shekou: visits explain what the criteria ask of small ones.',
                     25, 35, 'RUNNING', false),
                    ('5300', '跨境电商企业政策直通车', 'Policy for cross-border e-commerce',
                     '面向跨境电商企业集中讲解，效果较好，可供其他关区参考。',
                     'Briefings for cross-border e-commerce; they went well and may serve other districts.',
                     170, -80, 'ENDED', true)) o (code, zh, en, purpose, purpose_en, since, until, status, template)
                    join aeo.unit u on u.code = o.code
                where a.login = case o.code when '5304' then 'shekou.officer' else 'shenzhen.officer' end
                    and b.login = case o.code when '5304' then 'shekou.coordinator' else 'shenzhen.planner' end
                returning id, unit_id, org_path, status)
            select * from made
            """;
    private static final String OWN_AUDIENCES = """
            insert into aeo.campaign_audience (campaign_id, audience, text_zh, text_en, expected, least_strength, channels)
            select c.id, 'ALL', '海关上门辅导，欢迎提出准备认证中的困难。', 'Customs comes to you; tell us what stands in your way.', 50,
                'ONE_TO_ONE', '{}' from demo_own c
            """;
    private static final String OWN_PLANS = """
            insert into aeo.campaign_plan (campaign_id, unit_id, org_path, status, acknowledged_edition, acknowledged_at,
                acknowledged_by, pushed_at)
            select c.id, c.unit_id, c.org_path, 'APPROVED', 1, d.issued_at, d.approved_by, d.issued_at
            from demo_own c join aeo.campaign d on d.id = c.id
            """;
    private static final String OWN_MEMBERS = """
            insert into aeo.campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path, audience,
                size_class, sector, track, priority, level, first_on, reached_on, channel)
            select e.id, r.campaign_id, e.unit_id, e.org_path, e.unit_id, e.org_path, r.audience, e.size_class, e.sector,
                case when is_sme(e.size_class) then 'BOTH' else 'CBEC' end,
                campaign_priority(r.audience, e.size_class, e.last_contact_on), j.*
            from demo_own c join aeo.campaign_rule r on r.campaign_id = c.id
                join aeo.enterprise e on r.audience = enterprise_audience(e.grade, e.journey_step)
                    and starts_with(e.org_path, c.org_path) and is_cbec(e.business_types)
                cross join lateral campaign_judged(null, e.id, null, r.strong, r.channels, r.from_at, r.to_at) j
            where e.merged_into is null
            order by e.org_path, e.id
            """;
    private static final String OWN_ASSIGNMENTS = """
            insert into aeo.campaign_assignment (plan_id, campaign_id, unit_id, org_path, target, proposed, due_on, status,
                acknowledged_edition)
            select p.id, p.campaign_id, m.house_id, m.house_path, ceil(m.n * 0.5), ceil(m.n * 0.5), d.ends_on,
                case d.status when 'ENDED' then 'DONE' else 'PUSHED' end, 1
            from demo_own c join aeo.campaign d on d.id = c.id join aeo.campaign_plan p on p.campaign_id = c.id
                cross join lateral (select m.house_id, m.house_path, count(*) as n from aeo.campaign_member m
                    where m.campaign_id = c.id group by 1, 2) m
            """;

    // As every night does.
    private static final String COURSES = """
            select set_config('app.write_lo', '0000.', true), set_config('app.write_hi', '0000/', true);
            select campaign_course_follow(c.id, '0000.', '0000/') from aeo.campaign c where c.frozen_at is not null;
            select campaign_course_sum(c.id) from aeo.campaign c where c.frozen_at is not null;
            select set_config('app.write_lo', '', true), set_config('app.write_hi', '', true)
            """;

    private DemoCampaign() {}

    /** Within the transaction that loads the registry, after its contacts. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    CAMPAIGN,
                    AUDIENCES,
                    PLANS,
                    SESSIONS,
                    SESSION_TOUCHPOINTS,
                    SESSION_PARTIES,
                    SESSION_OFFICERS,
                    SESSION_SUBJECTS,
                    MEMBERS,
                    ASSIGNMENTS,
                    STANDINGS,
                    POSTPONED,
                    SPREAD,
                    JOURNEY,
                    ASSESSED,
                    OWN,
                    OWN_AUDIENCES,
                    OWN_PLANS,
                    OWN_MEMBERS,
                    OWN_ASSIGNMENTS,
                    HANDS,
                    EDITIONS,
                    AMENDMENT,
                    COURSES)) {
                statement.execute(sql);
            }
            DemoActivities.load(statement);
        }
    }
}
