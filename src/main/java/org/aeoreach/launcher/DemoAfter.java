package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What came after the sessions of the demonstration that were held; answers are drawn by lot, the same each time. */
final class DemoAfter {

    // Of ten numbers one, by what it is of and for what it is drawn.
    private static final String LOT = "('x' || left(md5((%s)::text || '%s'), 4))::bit(16)::int %% 10";

    private static final String TAUGHT = """
            update aeo.training_session s set course_id = c.id from aeo.training_course c
            where c.code = 'AEO-SYSTEM' and c.org_path = '0000.' and s.course_id is null and s.status = 'HELD'
                and s.kind in ('CLASS', 'WEBINAR')
            """;
    private static final String ASKED_SINCE =
            "update aeo.training_check_question set since = now() - interval '200 days' where edition = 1";
    private static final String CAME = """
            insert into aeo.training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path,
                person_id, name, mail, phone, organisation, language, way, arrived_at, left_at, minutes)
            select s.id, s.org_path, r.id, r.enterprise_id, r.unit_id, r.org_path, r.person_id, r.name, r.mail, r.phone,
                r.organisation, r.language, case when s.kind = 'WEBINAR' then 'LIST' else 'TICKET' end,
                s.starts_at - interval '5 minutes', s.ends_at, (extract(epoch from s.ends_at - s.starts_at) / 60)::int
            from aeo.training_session s join aeo.training_registration r on r.session_id = s.id and r.status = 'REGISTERED'
            where s.status = 'HELD' and r.id % 7 <> 0
                and not exists (select from aeo.training_attendance a where a.session_id = s.id)
            order by r.id
            """;
    private static final String UNANNOUNCED = """
            insert into aeo.training_attendance (session_id, session_path, name, mail, organisation, language, way, arrived_at)
            select s.id, s.org_path, '临时到场（演示）', 'walk.in@enterprise.example', '演示物流公司', 'zh', 'WALK_IN', s.starts_at
            from aeo.training_session s where s.status = 'HELD' and s.kind = 'CLASS' and s.series_id is null
                and not exists (select from aeo.training_attendance a where a.session_id = s.id and a.registration_id is null)
            """;
    // Nobody of them is real, so nobody gets a letter.
    private static final String NO_LETTERS =
            "insert into aeo.training_after_letter (attendance_id, kind, written_at) select a.id, 'AFTER', s.ends_at"
                    + " from aeo.training_attendance a join aeo.training_session s on s.id = a.session_id"
                    + " where s.status = 'HELD' on conflict do nothing";

    private DemoAfter() {}

    private static String lot(String of, String what) {
        return LOT.formatted(of, what);
    }

    /** @param right below which number of ten an answer is right */
    private static String checks(String stage, String at, int right) {
        return """
            with given as (insert into aeo.training_check (session_id, session_path, course_id, stage, registration_id, asked,
                    correct, given_at)
                select s.id, s.org_path, s.course_id, '{stage}', a.registration_id, count(*),
                    count(*) filter (where {lot} < {right}), s.{at}
                from aeo.training_session s join aeo.training_attendance a on a.session_id = s.id
                    join aeo.training_check_question q on q.course_id = s.course_id and q.ended_at is null
                where s.status = 'HELD' and a.registration_id % 9 <> 0
                group by s.id, a.registration_id returning id, course_id, registration_id)
            insert into aeo.training_check_answer (check_id, question_id, chosen, correct)
            select g.id, q.id, case when {lot} < {right} then q.right_option
                    else (q.right_option + 1) % jsonb_array_length(q.options) end, {lot} < {right}
            from given g join aeo.training_check_question q on q.course_id = g.course_id and q.ended_at is null
                cross join lateral (select g.registration_id) a
            """.replace("{stage}", stage)
                .replace("{at}", at)
                .replace("{right}", Integer.toString(right))
                .replace("{lot}", lot("a.registration_id * 31 + q.id", stage));
    }

    private static final String FEEDBACK = """
            insert into aeo.training_feedback (session_id, session_path, attendance_id, content, trainers, value, words,
                follow_up, given_at, changed_at)
            select s.id, s.org_path, a.id, 5 - least(2, {content} / 4), case when not exists (select from
                    aeo.training_session_trainer t where t.session_id = s.id) then 5 - least(3, {trainers} / 3) end,
                5 - least(2, {value} / 4), w.words, coalesce(w.words like '%英文%', false), s.ends_at + interval '1 day',
                s.ends_at + interval '1 day'
            from aeo.training_session s join aeo.training_attendance a on a.session_id = s.id
                left join (values (0, '案例讲得清楚，回去就能对照检查。'), (1, '希望提供英文材料，方便外籍同事学习。'),
                    (2, '时间偏紧，建议增加现场提问。')) w (nr, words) on w.nr = {content}
            where s.status = 'HELD' and a.id % 3 <> 0
            order by a.id
            """.replace("{content}", lot("a.id", "content"))
            .replace("{trainers}", lot("a.id", "trainers"))
            .replace("{value}", lot("a.id", "value"));
    // Where it is known who taught, of each for himself.
    private static final String RATINGS = """
            insert into aeo.training_feedback_trainer (feedback_id, trainer_id, rating)
            select f.id, t.trainer_id, 5 - least(3, {lot} / 3)
            from aeo.training_feedback f join aeo.training_session_trainer t on t.session_id = f.session_id
            where f.trainers is null
            """.replace("{lot}", lot("f.attendance_id * 7 + t.trainer_id", "trainers"));
    private static final String ABSENT = """
            insert into aeo.training_absence (registration_id, session_id, session_path, asked_at, told, reason, words, answered_at)
            select r.id, s.id, s.org_path, s.ends_at + interval '1 day', true, x.reason, x.words,
                case when x.reason is not null then s.ends_at + interval '2 days' end
            from aeo.training_session s join aeo.training_registration r on r.session_id = s.id and r.status = 'REGISTERED'
                left join (values (0, 'TIME', '与季度盘点冲突。'), (1, 'COLLEAGUE', null), (2, 'NOT_TOLD', null)) x (nr, reason, words)
                    on x.nr = {lot} / 2
            where s.status = 'HELD' and s.kind = 'CLASS'
                and not exists (select from aeo.training_attendance a where a.registration_id = r.id)
            """.replace("{lot}", lot("r.id", "absent"));
    private static final String REPORTS = """
            insert into aeo.training_report (session_id, unit_id, org_path, status, summary, issues, author_id, facts, finished_at)
            select s.id, s.unit_id, s.org_path, d.status, d.summary, d.issues, coalesce(s.account_id, (select min(a.id)
                    from aeo.account a where a.kind = 'OFFICER')),
                case when d.status = 'FINISHED' then aeo.training_report_facts(s.id) end,
                case when d.status = 'FINISHED' then s.ends_at + interval '5 days' end
            from (values ('CLASS', 'FINISHED', '按计划讲解了企业认证标准的内部控制和单证要求，并组织了现场提问。', '会场后排看不清投影，下次提供纸质材料。'),
                    ('MOCK_VALIDATION', 'DRAFT', '两组企业完成了模拟认证，问题清单待整理。', null)) d (kind, status, summary, issues)
                join aeo.training_session s on s.kind = d.kind and s.status = 'HELD' and s.series_id is null
            """;
    private static final String RAISED = """
            insert into training_raised (session_id, session_path, enterprise_id, unit_id, org_path, name, words, language,
                enquiry_id, enquiry_number, entered_by, entered_at)
            select s.id, s.org_path, e.id, e.unit_id, e.org_path, q.asker_name, q.subject, q.language, q.id, q.number,
                s.account_id, s.ends_at
            from training_session s
                cross join lateral (select x.* from enquiry x where starts_with(x.org_path, s.org_path)
                    order by x.channel = 'VISIT' desc, x.id limit 1) q
                left join enterprise e on e.id = q.enterprise_id
            where s.status = 'HELD' and s.kind = 'CLASS' and s.account_id is not null
                and not exists (select from training_raised r where r.session_id = s.id)
            """;
    private static final String UNANSWERED = """
            insert into training_raised (session_id, session_path, name, words, language, entered_by, entered_at)
            select s.id, s.org_path, '林先生（演示）', '跨境电商企业没有仓库，场所安全的要求怎么对照？', 'zh', s.account_id, s.ends_at
            from training_session s where s.status = 'HELD' and s.kind = 'CLASS' and s.account_id is not null
                and not exists (select from training_raised r where r.session_id = s.id and r.enquiry_id is null)
            """;

    /** Within the transaction that loads the registry, after the sessions. */
    static void load(Connection connection) throws SQLException {
        run(
                connection,
                TAUGHT,
                ASKED_SINCE,
                CAME,
                UNANNOUNCED,
                NO_LETTERS,
                checks("BEFORE", "starts_at - interval '1 day'", 4),
                checks("AFTER", "ends_at + interval '1 day'", 8),
                FEEDBACK,
                RATINGS,
                ABSENT,
                REPORTS);
    }

    /** When there are enquiries: as who acts for the whole administration. */
    static void raise(Connection connection) throws SQLException {
        run(connection, RAISED, UNANSWERED);
    }

    private static void run(Connection connection, String... all) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : List.of(all)) {
                statement.executeUpdate(sql);
            }
        }
    }
}
