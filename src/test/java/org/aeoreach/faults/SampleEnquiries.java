package org.aeoreach.faults;

/**
 * Enquiries at all houses, made in the database: invented, over seven years, big houses with many and small ones with few;
 * one in thirty still open, of those one in twelve with a district and one in sixty with the unit above all. Straight into the tables, past
 * the application's own rules and triggers.
 */
final class SampleEnquiries {

    private static final String DRAWN = """
            create table bench_enquiry as
            select n.i, nextval('enquiry_seq') as id, h.id as unit_id, h.org_path, d.id as district_id, d.org_path as district_path,
                   g.id as gacc_id, g.org_path as gacc_path, now() - (i % 2500) * interval '1 day' - (i % 1440) * interval '1 minute'
                       as asked_at, i % 30 = 0 as open, i % 360 = 0 as above, i % 1800 = 0 as top, i % 4 = 0 as english,
                   (array['高级认证', '认证申请', '便利措施', '信用修复', '单证管理', '内部审计', '关企沟通', '境外互认',
                          '年度报告', '加工贸易', '跨境电商', '查验比例', '担保', '企业协调员'])[1 + i * 7 % 14] as words
                from (select i, floor(power((hashint4(i) & 1048575) / 1048576.0::float8, 2) * (select count(*) from unit
                              where kind = 'HOUSE' and closed_on is null))::bigint as k from generate_series(1, ?) i) n
                    join (select row_number() over (order by md5(code)) - 1 as k, id, org_path, parent_id
                              from unit where kind = 'HOUSE' and closed_on is null) h on h.k = n.k
                    join unit d on d.id = h.parent_id
                    cross join (select id, org_path from unit where kind = 'GACC') g
            """;
    private static final String ENQUIRIES = """
            insert into enquiry (id, number, unit_id, org_path, asker_name, asker_mail, language, channel, subject, stage, asked_at,
                                 first_answered_at, answered_at, closed_at)
                select id, 'S' || to_char(i, 'FM0000000'), unit_id, org_path, '样例' || i, 'sample' || i || '@example.test',
                       case when english then 'en' else 'zh' end, (array['PORTAL', 'MAIL', 'PHONE'])[1 + (hashint4(i) & 7) % 3],
                       case when english then 'Question about ' || i || ': ' else '请问' end || words || '怎么办理，第' || i || '号',
                       case when open then 'IN_HAND' when i % 2500 < 14 then 'ANSWERED' else 'CLOSED' end, asked_at,
                       case when not open then asked_at + interval '2 days' end,
                       case when not open then asked_at + interval '2 days' end,
                       case when not open and i % 2500 >= 14 then asked_at + interval '16 days' end from bench_enquiry
            """;
    private static final String WORK = """
            insert into enquiry_work (enquiry_id, org_path, unit_id, desk_id, desk_path, level, status, officer_id, priority, due_at,
                                      warn_at, left_minutes, total_due_at, total_warn_at, total_left_minutes,
                                      clock_since, last_in_at, changed_at, warned_at, late_told_at, tags)
                select b.id, b.org_path, b.unit_id,
                       case when not open or not above then b.unit_id when top then gacc_id else district_id end,
                       case when not open or not above then b.org_path when top then gacc_path else district_path end,
                       case when not open or not above then 'HOUSE' when top then 'GACC' else 'DISTRICT' end,
                       case when not open and i % 2500 < 14 then 'ANSWERED' when not open then 'CLOSED'
                            when i % 90 = 0 then 'NEW' else 'OPEN' end,
                       case when i % 90 <> 0 then a.id end, 1 + (hashint4(i) & 3) % 3,
                       case when open then now() + ((hashint4(i) & 16383) - 4000) * interval '1 minute' end,
                       case when open then now() + ((hashint4(i) & 16383) - 4500) * interval '1 minute' end,
                       case when open then ((hashint4(i) & 16383) - 4000) / 3 end,
                       case when open then now() + interval '10 days' end,
                       case when open then now() + interval '7 days' end, case when open then 3000 end,
                       case when open then now() end, case when open then asked_at end, asked_at,
                       case when open and (hashint4(i) & 16383) < 4500 then now() end,
                       case when open and (hashint4(i) & 16383) < 4000 then now() end,
                       case when i % 25 = 0 then array[(array['复核', '重点企业', '出口退税'])[1 + (i / 25) % 3]] else '{}' end
                from bench_enquiry b left join lateral (select x.id from account x where x.unit_id = b.unit_id
                    order by md5(x.login || b.i) limit 1) a on open
            """;
    private static final String STEPS = """
            insert into enquiry_step (enquiry_id, unit_id, org_path, level, entered_at, left_at, target_minutes, worked_minutes, passed)
                select w.enquiry_id, w.desk_id, w.desk_path, w.level, b.asked_at,
                       case when not b.open then b.asked_at + interval '2 days' end, 1440, case when b.open then 0 else 700 end,
                       case when not b.open then 'ANSWERED' end
                from enquiry_work w join bench_enquiry b on b.id = w.enquiry_id
            """;
    private static final String QUESTIONS = """
            insert into enquiry_message (enquiry_id, kind, language, body, at, goes_at)
                select id, 'QUESTION', case when english then 'en' else 'zh' end, '我们是一家进出口企业，想了解' || words
                       || '的具体要求、需要准备的材料和办理时限。去年已经提交过一次，这次的情况与上次不同，请予答复。第' || i || '号。',
                       asked_at, asked_at from bench_enquiry
            """;
    private static final String ANSWERS = """
            insert into enquiry_message (enquiry_id, kind, language, body, unit_id, level, authority, at, goes_at)
                select id, 'ANSWER', case when english then 'en' else 'zh' end, '您好，关于' || words
                       || '，请按所附文件准备材料，通过窗口或者网上提交；如有疑问可以再联系我们。第' || i || '号。',
                       unit_id, 'HOUSE', 'GUIDANCE', asked_at + interval '2 days', asked_at + interval '2 days'
                from bench_enquiry where not open
            """;

    private static final String NOTES = """
            insert into enquiry_note (enquiry_id, unit_id, org_path, level, account_id, body, mentioned, created_at)
                select b.id, b.unit_id, b.org_path, 'HOUSE', a.id, '已电话联系企业。',
                       case when b.i % 100 = 0 then array[a.id] else '{}' end, b.asked_at + interval '1 hour'
                from bench_enquiry b join (select unit_id, min(id) as id from account where kind = 'OFFICER' group by unit_id) a
                    on a.unit_id = b.unit_id
                where b.i % 20 = 0
            """;

    private SampleEnquiries() {}

    static void make(Store store, long enquiries) {
        store.execute("set search_path = aeo; set session_replication_role = replica; "
                + DRAWN.replace("?", Long.toString(enquiries))
                + "; create unique index on bench_enquiry (id); analyze bench_enquiry; "
                + String.join("; ", ENQUIRIES, WORK, STEPS, QUESTIONS, ANSWERS, NOTES) + "; drop table bench_enquiry");
        for (String table :
                new String[] {"enquiry", "enquiry_work", "enquiry_step", "enquiry_message", "enquiry_note"}) {
            store.execute("vacuum (analyze) aeo." + table);
        }
    }
}
