package org.aeoreach.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Enquiries of the demonstration over some houses, levels and states. What is asked and answered are questions of the
 * library: an answer says what the document says and rests on it; what the library holds for uncertain nobody answers
 * here. The program takes its documents in when it starts, so this comes after, once, as the application.
 */
final class DemoEnquiries {

    private static final Log LOG = new Log(DemoEnquiries.class);

    private static final String THERE = "select exists (select from aeo.enquiry)";
    private static final String ENQUIRY = """
            insert into aeo.enquiry (unit_id, org_path, enterprise_id, enterprise_unit, enterprise_path, account_id, asker_name,
                asker_mail, language, channel, subject, for_colleagues, asked_at, first_answered_at, answered_at, closed_at)
            select u.id, u.org_path, e.id, e.unit_id, e.org_path, a.id, case when a.id is null then ? else coalesce(
                case when x.language = 'en' then a.name_en end, a.name_zh) end, coalesce(a.mail, ?), x.language, ?,
                left(x.title, 200), true, d.asked, d.answered, d.answered, case when ? then d.answered + interval '14 days' end
            from aeo.unit u cross join aeo.document o join aeo.document_text x on x.document_id = o.id and x.language = ?
                left join aeo.account a on a.login = ? left join aeo.enterprise e on e.id = a.enterprise_id
                cross join (select now() - ? * interval '1 hour' as asked, case when ? then now() - ? * interval '1 hour'
                    + interval '26 hours' end as answered) d
            where u.code = ? and o.code = ? returning id
            """;
    private static final String QUESTION = """
            insert into aeo.enquiry_message (enquiry_id, kind, language, body, account_id, at, goes_at)
            select e.id, 'QUESTION', e.language, e.subject || case e.language when 'en' then
                E'\\nWe are preparing our application and would like to be sure.' else E'\\n我司正在准备相关工作，请予解答，谢谢。' end,
                e.account_id, e.asked_at, e.asked_at from aeo.enquiry e where e.id = ?
            """;
    private static final String WORK = """
            insert into aeo.enquiry_work (enquiry_id, unit_id, org_path, desk_id, desk_path, level, status, officer_id, priority,
                topic, clock_since, due_at, warn_at, left_minutes, total_due_at, total_warn_at, total_left_minutes, last_in_at,
                changed_at)
            select e.id, e.unit_id, e.org_path, k.id, k.org_path, k.kind, s.status, case when s.status <> 'NEW' then a.id end, ?,
                o.topics[1], case when s.runs then s.since end, case when s.runs then s.since + t.minutes * interval '200 seconds' end,
                case when s.runs then s.since + (t.minutes - t.warn_minutes) * interval '200 seconds' end, t.minutes,
                case when s.runs then s.since + interval '25 days' end, case when s.runs then s.since + interval '22 days' end, 8400, case when s.status in
                ('NEW', 'OPEN', 'REOPENED') then e.asked_at end, s.since
            from aeo.enquiry e join aeo.unit k on k.code = ? join aeo.document o on o.code = ?
                cross join (select status, status in ('NEW', 'OPEN', 'REOPENED') as runs, now() - hours * interval '1 hour' as since
                    from (values (?, ?)) v (status, hours)) s
                left join aeo.account a on a.login = ?
                cross join lateral (select minutes, warn_minutes from aeo.enquiry_target x where x.level = k.kind
                    and x.unit_id is null order by x.valid_from desc limit 1) t
            where e.id = ?
            """;
    private static final String STEP = """
            insert into aeo.enquiry_step (enquiry_id, unit_id, org_path, level, entered_at, left_at, target_minutes, worked_minutes,
                passed, account_id, words, proposal, agreed)
            select ?, u.id, u.org_path, u.kind, now() - ? * interval '1 hour', case when v.left_hours is not null then
                now() - v.left_hours * interval '1 hour' end, t.minutes, case when v.passed is null then 0 else 240 end, v.passed,
                a.id, v.words, v.proposal, v.agreed
            from aeo.unit u cross join (values (cast(? as int), cast(? as text), cast(? as text), cast(? as text), cast(? as boolean)))
                    v (left_hours, passed, words, proposal, agreed)
                left join aeo.account a on a.login = ? and v.passed is not null
                cross join lateral (select minutes from aeo.enquiry_target x where x.level = u.kind and x.unit_id is null
                    order by x.valid_from desc limit 1) t
            where u.code = ?
            """;
    private static final String ANSWER = """
            insert into aeo.enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority, at, goes_at, serves)
            select e.id, 'ANSWER', e.language, case e.language when 'en' then x.summary
                    || case o.certainty when 'CONFIRMED' then '' else E'\\nThis is as reported; what customs publishes decides.' end
                    || E'\\nThe details are in the document this answer rests on.'
                else x.summary || case o.certainty when 'CONFIRMED' then '' else E'\\n以上据公开报道，以海关正式公布的为准。' end
                    || E'\\n详见本答复所依据的文件。' end,
                a.id, u.id, u.kind, case u.kind when 'HOUSE' then 'GUIDANCE' when 'DISTRICT' then 'POSITION' else 'INTERPRETATION' end,
                e.first_answered_at, e.first_answered_at, cast(? as bigint) from aeo.enquiry e join aeo.unit u on u.code = ?
                join aeo.document o on o.code = ? join aeo.document_text x on x.document_id = o.id and x.language = e.language
                join aeo.account a on a.login = ?
            where e.id = ? returning id
            """;
    private static final String CITATION = """
            insert into aeo.enquiry_citation (message_id, position, document_id, version)
            select ?, row_number() over (order by d.code <> ?, d.code) - 1, d.id, d.version from aeo.document d
            where d.code = ? or d.code in (select l.target from aeo.document_link l join aeo.document o on o.id = l.document_id
                where o.code = ? and l.relation in ('BASED_ON', 'INTERPRETS'))
            """;
    private static final String OTHER = """
            insert into aeo.enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, at, goes_at)
            select e.id, v.kind, e.language, case e.language when 'en' then v.en else v.zh end, a.id, u.id, u.kind, v.at, v.at
            from aeo.enquiry e join aeo.account a on a.login = ? join aeo.unit u on u.code = ?
                cross join (select cast(? as text) as kind, cast(? as text) as zh, cast(? as text) as en,
                    now() - ? * interval '1 hour' as at) v
            where e.id = ?
            """;
    private static final String NOTE = """
            insert into aeo.enquiry_note (enquiry_id, unit_id, org_path, level, account_id, body)
            select ?, u.id, u.org_path, u.kind, a.id, ? from aeo.unit u join aeo.account a on a.login = ? where u.code = ?
            """;
    private static final String LINK =
            "select aeo.enquiry_link_made(sha256(?::bytea), ?, 'RATE', now() + interval '1 day')::text";
    private static final String RATED = "select aeo.enquiry_rated(sha256(?::bytea), ?, ?::smallint, ?, now())";
    private static final String MERGE = "update aeo.enquiry set merged_into = ? where id = ?";
    private static final String ARRIVED = """
            insert into aeo.enquiry_event (enquiry_id, at, kind, facts)
            select id, asked_at, 'ARRIVED', jsonb_build_object('channel', channel) from aeo.enquiry where id = ?
            """;

    private static final String REASON = "本级对标准的适用把握不准，所查文件未作明确规定，请予明确。";
    private static final String PROPOSAL = "建议按现行文件已有内容答复，文件未明确的部分请咨询人以海关正式答复为准。";
    private static final String GUIDANCE = "请依据现行有效文件答复并注明出处；文件未明确的，不作推断，告知咨询人正在研究。";

    private DemoEnquiries() {}

    /** What fails here leaves a demonstration without enquiries, and no more. */
    static void load(PreparedDatabase prepared) {
        try (Connection connection = prepared.database().connect(prepared.application())) {
            DemoPolicies.act(connection, "0000.");
            if (there(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            long leading = 0;
            for (int nr = 0; nr < DemoQuestion.ALL.size(); nr++) {
                DemoQuestion asked = DemoQuestion.ALL.get(nr);
                long id = enter(connection, nr, asked);
                if (asked.state().answered() && id != 0) {
                    answer(connection, id, asked);
                }
                if (asked.state() == DemoQuestion.State.CLOSED && id != 0) {
                    rate(connection, id, nr);
                }
                leading = asked.code().equals("question-how-many-credit-grades")
                        ? merged(connection, leading, id)
                        : leading;
            }
            DemoPolicies.act(connection, "0000.");
            DemoAfter.raise(connection);
            connection.commit();
        } catch (SQLException failed) {
            LOG.info(Sentence.of("The demonstration has no enquiries: %s", "演示未载入咨询：%s", StartFailure.reason(failed)));
        }
    }

    private static void rate(Connection connection, long id, int nr) throws SQLException {
        boolean solved = nr % 4 != 0;
        String secret = "demo-" + id;
        run(connection, LINK, secret, id);
        run(connection, RATED, secret, solved, solved ? 3 + nr % 3 : 2, solved ? "" : "答复引用的文件较多，不易看懂。");
    }

    private static long merged(Connection connection, long leading, long id) throws SQLException {
        if (leading != 0 && id != 0) {
            run(connection, MERGE, leading, id);
        }
        return leading == 0 ? id : leading;
    }

    private static boolean there(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(THERE);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static long enter(Connection connection, int nr, DemoQuestion asked) throws SQLException {
        boolean answered = asked.state().answered();
        String name = asked.language().equals("en") ? "Asker " + (nr + 1) + " (demo)" : "咨询人" + (nr + 1) + "（演示）";
        long id = run(
                connection,
                ENQUIRY,
                name,
                "asker." + (nr + 1) + "@demo.invalid",
                asked.channel(),
                asked.state() == DemoQuestion.State.CLOSED,
                asked.language(),
                asked.by(),
                asked.hours(),
                answered,
                asked.hours(),
                asked.unit(),
                asked.code());
        if (id == 0) {
            return 0;
        }
        int since = asked.state() == DemoQuestion.State.REOPENED
                ? 10
                : asked.state().ordinal() > DemoQuestion.State.REOPENED.ordinal() ? asked.hours() / 3 : asked.hours();
        run(
                connection,
                WORK,
                nr % 7 == 0 ? 1 : nr % 5 == 0 ? 3 : 2,
                asked.desk(),
                asked.code(),
                asked.state().status(),
                since,
                asked.desk().equals(asked.unit()) ? asked.officer() : null,
                id);
        run(connection, QUESTION, id);
        run(connection, ARRIVED, id);
        steps(connection, id, asked, since);
        if (asked.state() == DemoQuestion.State.WAITING) {
            act(connection, asked.officer(), "0000.");
            run(
                    connection,
                    OTHER,
                    asked.officer(),
                    asked.unit(),
                    "REQUEST",
                    "请补充贵司的海关注册编码和具体业务情况，以便准确答复。",
                    "Please tell us your customs registration code and what exactly you do, so that we can answer precisely.",
                    asked.hours() - 20,
                    id);
        }
        if (nr % 6 == 1) {
            act(connection, asked.officer(), path(asked.unit()));
            run(connection, NOTE, id, "已电话与咨询人联系，先查现行文件再答复。", asked.officer(), asked.unit());
            act(connection, "gacc.officer", "0000.");
        }
        return id;
    }

    private static String path(String unit) {
        String district = unit.substring(0, 2) + "00";
        return unit.equals(district) ? "0000." + unit + "." : "0000." + district + "." + unit + ".";
    }

    private static void steps(Connection connection, long id, DemoQuestion asked, int since) throws SQLException {
        DemoQuestion.State state = asked.state();
        if (state == DemoQuestion.State.DISTRICT
                || state == DemoQuestion.State.GACC
                || state == DemoQuestion.State.BACK) {
            step(
                    connection,
                    id,
                    asked.unit(),
                    asked.hours(),
                    state == DemoQuestion.State.DISTRICT ? since : asked.hours() / 2,
                    "UP",
                    asked.officer());
            if (state != DemoQuestion.State.DISTRICT) {
                step(
                        connection,
                        id,
                        asked.district(),
                        asked.hours() / 2,
                        since,
                        state == DemoQuestion.State.GACC ? "UP" : "DOWN",
                        asked.above());
            }
            step(connection, id, asked.desk(), since, null, null, null);
            act(connection, asked.officer(), "0000.");
            run(
                    connection,
                    OTHER,
                    asked.officer(),
                    asked.unit(),
                    "INTERIM",
                    "您咨询的问题需由上级海关研究决定，正在办理中，您无需另行操作。",
                    "Your question is being looked at by a level above; you need not do anything.",
                    state == DemoQuestion.State.DISTRICT ? since : asked.hours() / 2,
                    id);
        } else {
            boolean over = state == DemoQuestion.State.ANSWERED
                    || state == DemoQuestion.State.CLOSED
                    || state == DemoQuestion.State.REOPENED;
            step(
                    connection,
                    id,
                    asked.unit(),
                    asked.hours(),
                    over ? asked.hours() - 26 : null,
                    over ? "ANSWERED" : null,
                    over ? asked.officer() : null);
            if (state == DemoQuestion.State.REOPENED) {
                step(connection, id, asked.unit(), since, null, null, null);
            }
        }
    }

    private static void step(
            Connection connection,
            long id,
            String unit,
            int entered,
            @Nullable Integer left,
            @Nullable String passed,
            @Nullable String by)
            throws SQLException {
        String words = "UP".equals(passed) ? REASON : "DOWN".equals(passed) ? GUIDANCE : null;
        run(connection, STEP, id, entered, left, passed, words, "UP".equals(passed) ? PROPOSAL : null, false, by, unit);
    }

    private static void answer(Connection connection, long id, DemoQuestion asked) throws SQLException {
        act(connection, asked.officer(), "0000.");
        long message = run(connection, ANSWER, null, asked.unit(), asked.code(), asked.officer(), id);
        if (message != 0) {
            run(connection, CITATION, message, asked.code(), asked.code(), asked.code());
        }
    }

    private static void act(Connection connection, String login, String path) throws SQLException {
        DemoPolicies.act(connection, path);
        run(
                connection,
                "select set_config('app.account', (select id::text from aeo.account where login = ?), false)",
                login);
    }

    /** Returns the number a statement gives back, or 0. */
    private static long run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return 0;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() && rows.getMetaData().getColumnType(1) == java.sql.Types.BIGINT
                        ? rows.getLong(1)
                        : 0;
            }
        }
    }
}
