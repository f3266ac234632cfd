package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Mailings of the demonstration's campaigns: one of a district that went out three weeks ago, with what became of every
 * letter, and another one that waits for the second person. The people they go to are made up with them.
 */
final class DemoMailings {

    private static final String READERS = """
            create temp table demo_reader on commit drop as
            select e.id as enterprise_id, e.unit_id, e.org_path, row_number() over (order by hashint8(e.id), e.id) as nr
            from (select e.*, row_number() over (partition by u.code, e.size_class in ('LARGE', 'MEDIUM') order by e.id) as turn
                from aeo.enterprise e join aeo.unit u on u.id = e.unit_id
                where u.code in ('5304', '5316') and e.source = 'demo' and e.merged_into is null
                    and (e.size_class in ('LARGE', 'MEDIUM') or u.code = '5304' and is_cbec(e.business_types))) e
            where e.turn <= 70
            """;
    // Some have nobody, some no mail address; agents stand for several; a few took their consent back.
    private static final String PEOPLE = """
            insert into aeo.contact_person (enterprise_id, unit_id, org_path, name_zh, name_en, position_zh, position_en, role,
                language, mail, phone, purpose, legal_basis, consent_on, consent_wording_id, consent_withdrawn_on)
            select r.enterprise_id, r.unit_id, r.org_path, f.zh || g.zh || '（演示）', g.en || ' ' || f.en || ' (demo)',
                case p.turn when 1 then '关务经理' else '内审主管' end, case p.turn when 1 then 'Customs manager' else 'Audit lead' end,
                case p.turn when 1 then 'CUSTOMS_MANAGER' else 'COMPLIANCE' end,
                case when r.nr % 7 = 3 then 'en' else 'zh' end,
                case when p.turn = 2 then 'audit.' || r.enterprise_id || '@demo.invalid'
                    when r.nr % 13 = 5 then null when r.nr % 12 = 7 then 'agent.' || r.nr / 36 || '@demo.invalid'
                    else 'customs.' || r.enterprise_id || '@demo.invalid' end,
                '000-00000000', 'OUTREACH', case when r.nr % 3 = 0 then 'CONSENT' else 'STATUTORY_DUTY' end,
                case when r.nr % 3 = 0 then china_day() - 200 end, case when r.nr % 3 = 0 then 1 end,
                case when r.nr % 27 = 0 then china_day() - 40 end
            from demo_reader r cross join (values (1), (2)) p (turn)
                join (select (array['陈', '林', '黄', '吴', '郑', '何', '罗', '梁', '许', '邓', '曾'])[n] as zh,
                        (array['Chen', 'Lin', 'Huang', 'Wu', 'Zheng', 'He', 'Luo', 'Liang', 'Xu', 'Deng', 'Zeng'])[n] as en, n
                    from generate_series(1, 11) n) f on f.n = 1 + (r.nr + p.turn) % 11
                join (select (array['思远', '雨桐', '嘉宁', '一鸣', '慧敏', '子昂', '晓彤', '文博', '静怡', '立群', '海川', '若兰', '志恒'])[n] as zh,
                        (array['Siyuan', 'Yutong', 'Jianing', 'Yiming', 'Huimin', 'Ziang', 'Xiaotong', 'Wenbo', 'Jingyi', 'Liqun',
                            'Haichuan', 'Ruolan', 'Zhiheng'])[n] as en, n
                    from generate_series(1, 13) n) g on g.n = 1 + (r.nr * 5 + p.turn * 3) % 13
            where r.nr % 9 <> 4 and (p.turn = 1 or r.nr % 6 = 1)
            """;
    private static final String SENT = """
            create temp table demo_mailing on commit drop as
            with made as (
                insert into aeo.campaign_mailing (campaign_id, unit_id, org_path, title_zh, title_en, purpose, conditions, states,
                    send_at, status, written, author_id, submitted_by, submitted_as, approved_by, approved_at, started_at, ended_at,
                    created_at)
                select c.id, u.id, u.org_path, '线上讲解会通知：信用等级与便利措施', 'Online briefing: credit grades and benefits',
                    '先邮件通知大中型企业，再由隶属海关逐家跟进。', '{"all":[{"criterion":"size","values":{"value":["LARGE","MEDIUM"]}}]}',
                    array['UNTOUCHED', 'TOUCHED', 'REACHED'], d.at, 'SENT', true, a.id, a.id, 'DISTRICT_OFFICER', b.id, d.at - interval '17 hours',
                    d.at, d.at + interval '6 minutes', d.at - interval '2 days'
                from demo_campaign c cross join (select (china_day() - 20 + time '09:00') at time zone 'Asia/Shanghai' as at) d
                    join aeo.unit u on u.code = '5300' join aeo.account a on a.login = 'shenzhen.officer'
                    join aeo.account b on b.login = 'shenzhen.planner'
                returning id, campaign_id, unit_id, org_path, author_id, started_at)
            select * from made
            """;
    private static final String SENT_UNITS = """
            insert into aeo.campaign_mailing_unit (mailing_id, unit_id, org_path)
            select g.id, u.id, u.org_path from demo_mailing g join aeo.unit u on u.code in ('5304', '5316')
            """;
    private static final String SENT_TEXTS = """
            insert into aeo.campaign_mailing_text (mailing_id, audience, subject_zh, body_zh, subject_en, body_en)
            select g.id, x.* from demo_mailing g cross join (values
                ('ALL', '信用管理办法线上讲解会通知',
                 E'深圳海关将于本月举办线上讲解会，介绍企业信用等级、信用信息采集和修复办法。\\n请在线上平台报名，问题可提前发给所在地海关。',
                 'Online briefing on the credit measures',
                 E'Shenzhen Customs holds an online briefing this month on credit grades, on what is recorded and on how a grade is restored.\\nRegister online; send questions to your customs house beforehand.'),
                ('PROSPECTIVE', '如何准备AEO认证：线上讲解会通知',
                 E'深圳海关将于本月举办线上讲解会，逐条介绍认证标准和常见不符合项。\\n所在地海关随后可安排一对一辅导，请告知准备中的困难。',
                 'How to prepare for AEO certification: online briefing',
                 E'Shenzhen Customs holds an online briefing this month on the certification criteria and what is often missed.\\nYour customs house offers guidance one to one afterwards; tell us what stands in your way.'),
                ('AEO', 'AEO企业便利措施落实情况核对：线上讲解会通知',
                 E'深圳海关将于本月举办线上讲解会，介绍便利措施清单和复核要求。\\n请先核对应享受的便利措施是否落实，未落实的请告知企业协调员。',
                 'Benefits for AEOs: online briefing',
                 E'Shenzhen Customs holds an online briefing this month on the list of benefits and on re-validation.\\nPlease check beforehand which benefits you do not receive, and tell your coordinator.')) x
            """;
    private static final String LETTERS = """
            create temp table demo_letter on commit drop as
            select x.*, first_value(x.id) over (partition by x.key order by x.enterprise_id, x.person) as first_id,
                first_value(x.audience) over (partition by x.key order by x.enterprise_id, x.person) as told,
                first_value(x.refused) over (partition by x.key order by x.enterprise_id, x.person) as failed
            from (select nextval('aeo.campaign_mailing_letter_seq') as id, g.id as mailing, c.id as person, c.enterprise_id,
                    t.audience, mail_key(c.mail) as key, c.mail, c.language, c.name_zh, coalesce(c.name_en, c.name_zh) as name_en,
                    (hashint8(c.id * 37) & 1023) % 29 = 0 as refused,
                    g.started_at + (1 + (hashint8(c.id) & 1023) % 320) * interval '1 second' as left_at
                from demo_mailing g join aeo.campaign_mailing_target t on t.mailing_id = g.id and t.left_out is null
                    join demo_reader r on r.enterprise_id = t.enterprise_id
                    join aeo.enterprise e on e.id = t.enterprise_id and e.size_class in ('LARGE', 'MEDIUM')
                    join aeo.contact_person c on c.enterprise_id = t.enterprise_id and mail_can_go(c.mail)
                        and not mail_objected(c.mail) and c.ended_at is null) x
            """;
    private static final String MAILS = """
            insert into aeo.mail (message_id, template, language, recipient, recipient_name, subject, body_text, body_html,
                org_path, status, attempts, last_error, created_at, sent_at, enterprise_id)
            select '<mailing.' || l.id || '@demo.invalid>', 'campaign-mailing', l.language, l.mail, w.name, w.subject, w.body,
                '<p>' || replace(w.body, E'\\n', '<br>') || '</p>', g.org_path, case when l.failed then 'DEAD' else 'SENT' end, 1,
                case when l.failed then '550 5.1.1 mailbox unavailable' end, g.started_at, case when not l.failed then l.left_at end,
                l.enterprise_id
            from demo_letter l join demo_mailing g on g.id = l.mailing
                join aeo.campaign_mailing_text t on t.mailing_id = g.id and t.audience = l.audience
                join aeo.enterprise e on e.id = l.enterprise_id
                join aeo.unit_name n on n.unit_id = g.unit_id and n.valid_to is null
                cross join lateral (select case l.language when 'en' then l.name_en else l.name_zh end as name,
                    case l.language when 'en' then t.subject_en else t.subject_zh end as subject,
                    case l.language when 'en' then 'Dear ' || l.name_en || E',\\n\\n' || t.body_en || E'\\n\\n' || coalesce(n.en, n.zh)
                        || E'\\n\\nSent to the contact persons of ' || coalesce(e.name_en, e.name_zh)
                    else l.name_zh || E'，您好：\\n\\n' || t.body_zh || E'\\n\\n' || n.zh || E'\\n\\n本邮件发送给' || e.name_zh
                        || '的联系人' end as body) w
            where l.id = l.first_id
            """;
    private static final String LETTER_ROWS = """
            insert into aeo.campaign_mailing_letter (id, mailing_id, enterprise_id, person_id, audience, status, mail_id, address_key,
                shared_with, written_at, left_at)
            select l.id, l.mailing, l.enterprise_id, l.person, l.audience, case when l.failed then 'FAILED' else 'SENT' end, m.id,
                l.key, nullif(l.first_id, l.id), m.created_at, m.sent_at
            from demo_letter l join aeo.mail m on m.message_id = '<mailing.' || l.first_id || '@demo.invalid>'
            order by l.id <> l.first_id, l.id
            """;
    private static final String LEFT_OUT = """
            insert into aeo.campaign_mailing_letter (mailing_id, enterprise_id, audience, status, reason, written_at)
            select t.mailing_id, t.enterprise_id, t.audience, 'LEFT_OUT', t.left_out, g.started_at
            from demo_mailing g join aeo.campaign_mailing_target t on t.mailing_id = g.id and t.left_out <> 'EXCLUDED'
                join aeo.enterprise e on e.id = t.enterprise_id and e.size_class in ('LARGE', 'MEDIUM')
            order by t.enterprise_id
            """;
    private static final String CONTACTS = """
            create temp table demo_told on commit drop as
            select nextval('aeo.touchpoint_seq') as id, l.*, g.unit_id, g.org_path, g.author_id, e.unit_id as of_unit,
                e.org_path as of_path
            from (select enterprise_id, min(left_at) as at, min(audience) as audience from demo_letter
                  where not failed and told = audience group by 1) l
                cross join demo_mailing g join aeo.enterprise e on e.id = l.enterprise_id
            """;
    private static final String TOUCHPOINTS = """
            insert into aeo.touchpoint (id, unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength, source,
                account_id)
            select id, unit_id, org_path, unit_id, (at at time zone 'Asia/Shanghai')::date, at, 'MAIL', 'OUT', 'DELIVERED', 'mailing',
                author_id
            from demo_told
            """;
    private static final String PARTIES = """
            insert into aeo.touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at, timed,
                channel, strength, direction)
            select id, enterprise_id, of_unit, of_path, of_unit, unit_id, at, true, 'MAIL', 'DELIVERED', 'OUT' from demo_told
            """;
    private static final String OFFICERS = """
            insert into aeo.touchpoint_officer (touchpoint_id, account_id, unit_id_then)
            select id, author_id, unit_id from demo_told
            """;
    private static final String SUBJECTS = """
            insert into aeo.touchpoint_subject (touchpoint_id, position, kind, text)
            select d.id, 0, 'POLICY', t.subject_zh from demo_told d join demo_mailing g on true
                join aeo.campaign_mailing_text t on t.mailing_id = g.id and t.audience = d.audience
            """;
    private static final String COUNTED = """
            update aeo.campaign_mailing_letter l set touchpoint_id = d.id
            from demo_told d, demo_mailing g, demo_letter x
            where l.mailing_id = g.id and l.enterprise_id = d.enterprise_id and l.status = 'SENT' and x.id = l.id
                and x.told = x.audience
            """;
    // Of the district: it waits for the planner.
    private static final String WAITING = """
            with made as (
                insert into aeo.campaign_mailing (campaign_id, unit_id, org_path, title_zh, title_en, purpose, states, send_at,
                    status, author_id, submitted_by, submitted_as, created_at)
                select c.id, u.id, u.org_path, '上门辅导预约', 'Guidance on site: make an appointment',
                    '上门前先邮件预约，避免企业负责人不在。', array['UNTOUCHED', 'TOUCHED'],
                    (china_day() + 4 + time '09:30') at time zone 'Asia/Shanghai', 'REVIEW', a.id, a.id, 'DISTRICT_OFFICER',
                    now() - interval '5 hours'
                from demo_campaign c join aeo.unit u on u.code = '5300' join aeo.account a on a.login = 'shenzhen.officer'
                returning id, author_id),
            hand as (
                insert into aeo.campaign_mailing_editor (mailing_id, account_id) select id, author_id from made)
            insert into aeo.campaign_mailing_text (mailing_id, audience, subject_zh, body_zh, subject_en, body_en)
            select m.id, a.audience, '深圳海关上门辅导预约', E'所在地海关近期将上门介绍认证标准中适用于小微企业的要求。\\n请将方便的时间和联系人告知企业协调员，以便安排。',
                'Shenzhen Customs comes to you: make an appointment',
                E'Officers of your customs house will visit to explain what the certification criteria ask of small enterprises.\\nPlease tell your coordinator when it suits you and whom to see.'
            from made m cross join (values ('ALL'), ('PROSPECTIVE'), ('AEO')) a (audience)
            """;
    private static final String HANDS = """
            insert into aeo.campaign_mailing_editor (mailing_id, account_id) select id, author_id from demo_mailing
            """;

    private DemoMailings() {}

    /** Within the transaction that loads the registry, after its campaigns. */
    static void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    READERS,
                    PEOPLE,
                    SENT,
                    SENT_UNITS,
                    SENT_TEXTS,
                    LETTERS,
                    MAILS,
                    LETTER_ROWS,
                    LEFT_OUT,
                    CONTACTS,
                    TOUCHPOINTS,
                    PARTIES,
                    OFFICERS,
                    SUBJECTS,
                    COUNTED,
                    HANDS,
                    WAITING)) {
                statement.execute(sql);
            }
        }
    }
}
