package org.aeoreach.launcher;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Who was at the training sessions of the demonstration that were held, and the contacts that came of it. */
final class DemoAttendance {

    // Of six who hold a seat one does not come; of seven who are online one leaves early.
    private static final String CAME = """
            insert into aeo.training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path,
                person_id, name, mail, phone, organisation, language, way, arrived_at, left_at, minutes, counts, entered_by)
            select s.id, s.org_path, r.id, r.enterprise_id, r.unit_id, r.org_path, r.person_id, r.name, r.mail, r.phone,
                r.organisation, r.language,
                case when o.online then 'LIST' else (array['NAME', 'SELF', 'TICKET', 'TICKET'])[(r.place % 4)::int + 1] end,
                t.since, t.until, case when o.online then aeo.training_minutes(s, t.since, t.until) end,
                not o.online or aeo.training_enough(s, aeo.training_minutes(s, t.since, t.until)), s.account_id
            from aeo.training_session s join aeo.training_registration r on r.session_id = s.id and r.status = 'REGISTERED'
                cross join lateral (select s.kind in ('WEBINAR', 'OBSERVATION') as online) o
                cross join lateral (select s.starts_at + (r.place % 20 - 14) * interval '1 minute' as since,
                    case when o.online then case when r.place % 7 = 0 then s.starts_at + interval '25 minutes'
                        else s.ends_at end end as until) t
            where s.status = 'HELD' and r.place % 6 <> 0
            """;
    private static final String WALKED_IN = """
            insert into aeo.training_attendance (session_id, session_path, enterprise_id, unit_id, org_path, person_id, name,
                language, way, arrived_at, entered_by)
            select s.id, s.org_path, p.enterprise_id, p.unit_id, p.org_path, p.id, p.name_zh, coalesce(p.language, 'zh'),
                'WALK_IN', s.starts_at + interval '5 minutes', s.account_id
            from aeo.training_session s cross join lateral (select c.* from aeo.contact_person c
                where c.enterprise_id is not null and c.ended_at is null and c.erased_at is null
                    and starts_with(c.org_path, s.org_path) and not exists (select from aeo.training_registration r
                        where r.session_id = s.id and r.person_id = c.id)
                order by md5(c.id::text || s.id) limit 2) p
            where s.status = 'HELD' and s.kind not in ('WEBINAR', 'OBSERVATION', 'ONE_TO_ONE')
            """;
    private static final String UNKNOWN = """
            insert into aeo.training_attendance (session_id, session_path, name, organisation, language, way, arrived_at, entered_by)
            select s.id, s.org_path, '周女士', '某报关服务公司', 'zh', 'WALK_IN', s.starts_at + interval '12 minutes', s.account_id
            from aeo.training_session s where s.status = 'HELD' and s.kind = 'CLASS'
            """;
    // Worded as the room of attendance does it, so that opening and closing a session again changes nothing.
    private static final String ATTENDED = """
            create temp table demo_attended on commit drop as
            select nextval('aeo.touchpoint_seq') as id, x.*, (x.starts_at at time zone 'Asia/Shanghai')::date as day
            from (select s.id as session_id, s.org_path as session_path, s.unit_id as organiser, s.account_id, s.number,
                        s.title_zh, s.starts_at, e.id as enterprise_id, e.unit_id, e.org_path,
                        case s.kind when 'WEBINAR' then 'ONLINE_SESSION' when 'OBSERVATION' then 'ONLINE_SESSION' when 'ONE_TO_ONE' then 'ONE_TO_ONE_TRAINING'
                            when 'CONFERENCE' then 'CONFERENCE' else 'TRAINING_BASE' end as channel,
                        case s.kind when 'ONE_TO_ONE' then 'ONE_TO_ONE' else 'ATTENDED' end as strength,
                        array_remove(array_agg(c.id order by c.id), null) as persons,
                        coalesce(string_agg(a.name, '、' order by a.name, a.id) filter (where c.id is null), '') as names
                    from aeo.training_attendance a join aeo.training_session s on s.id = a.session_id
                        join aeo.enterprise e on e.id = a.enterprise_id
                        left join aeo.contact_person c on c.id = a.person_id and c.enterprise_id = e.id and c.erased_at is null
                    where s.status = 'HELD' and s.account_id is not null and a.counts group by s.id, e.id) x
            """;
    private static final List<String> CONTACTS = List.of(
            """
            insert into aeo.touchpoint (id, unit_id, org_path, unit_id_then, happened_on, began_at, at, channel, direction,
                strength, said, people, shared, told, source, account_id)
            select d.id, d.organiser, d.session_path, d.organiser, d.day, (d.starts_at at time zone 'Asia/Shanghai')::time,
                d.starts_at, d.channel, 'OUT', d.strength, d.number || ' ' || d.title_zh, nullif(d.names, ''), true, true,
                'training', d.account_id
            from demo_attended d
            """,
            """
            insert into aeo.touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at, timed,
                channel, strength, direction)
            select id, enterprise_id, unit_id, org_path, unit_id, organiser, starts_at, true, channel, strength, 'OUT'
            from demo_attended order by starts_at
            """,
            "insert into aeo.touchpoint_officer (touchpoint_id, account_id, unit_id_then)"
                    + " select id, account_id, organiser from demo_attended",
            "insert into aeo.touchpoint_subject (touchpoint_id, position, kind, text)"
                    + " select id, 0, 'OTHER', title_zh from demo_attended",
            "insert into aeo.touchpoint_person select d.id, p from demo_attended d cross join unnest(d.persons) p",
            "insert into aeo.training_contact (touchpoint_id, session_id, session_path, digest) select id, session_id,"
                    + " session_path, array_to_string(persons, ',') || '|' || names from demo_attended");
    private static final String CLOSED = "update aeo.training_session set closed_at = ends_at + interval '1 hour',"
            + " closed_by = account_id where status = 'HELD'";

    private DemoAttendance() {}

    /** Within the transaction that loads the registry, after the sessions. */
    static void load(Statement statement) throws SQLException {
        for (String sql : List.of(CAME, WALKED_IN, UNKNOWN, ATTENDED)) {
            statement.execute(sql);
        }
        for (String sql : CONTACTS) {
            statement.execute(sql);
        }
        statement.execute(CLOSED);
    }
}
