package org.aeoreach.faults;

/**
 * Training at full size, made in the database: invented. A session that thousands registered for, among many others, is
 * there for whoever measures what happens to one: lists, seats, people at its door.
 */
final class SampleTrainings {

    private static final String ENTERPRISES = """
            insert into aeo.enterprise (unit_id, org_path, name_zh, name_en)
                select h.id, h.org_path, '样例企业' || i, 'Sample enterprise ' || i
                from generate_series(1, %1$d) i join (select row_number() over (order by code) - 1 as n, count(*) over () as many,
                    id, org_path from aeo.unit where kind = 'HOUSE' and closed_on is null) h on h.n = i %% h.many
            """;
    private static final String SESSION = """
            insert into aeo.training_session (unit_id, org_path, kind, title_zh, title_en, starts_at, ends_at, capacity, status)
                select id, org_path, 'CLASS', '样例培训', 'Sample training', now() + interval '60 days',
                    now() + interval '60 days 3 hours', %2$d, 'PUBLISHED' from aeo.unit where code = '%1$s' returning id
            """;
    private static final String OTHERS = """
            insert into aeo.training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status)
                select h.id, h.org_path, 'CLASS', '其他培训' || i, now() + (i %% 300 - 200) * interval '1 day',
                    now() + (i %% 300 - 200) * interval '1 day' + interval '3 hours', 'PUBLISHED'
                from generate_series(1, %1$d) i join (select row_number() over (order by code) - 1 as n, count(*) over () as many,
                    id, org_path from aeo.unit where kind = 'HOUSE' and closed_on is null) h on h.n = i %% h.many
            """;
    /** One in five is of no enterprise on file; places are in the order of numbers. */
    private static final String REGISTRATIONS = """
            insert into aeo.training_registration (session_id, session_path, enterprise_id, unit_id, org_path, name, mail, phone,
                    language, status)
                select s.id, s.org_path, e.id, e.unit_id, e.org_path, '样例学员' || i, 'trainee' || i || '.' || s.id || '@bench.test',
                    '0755-' || (80000000 + i), 'zh', case when i <= s.capacity or s.capacity is null then 'REGISTERED' else 'WAITING' end
                from aeo.training_session s cross join generate_series(1, %2$d) i
                    left join (select row_number() over (order by md5(id::text)) - 1 as n, count(*) over () as many, id, unit_id,
                        org_path from aeo.enterprise where merged_into is null) e on e.n = (i * 7 + s.id) %% e.many and i %% 5 <> 0
                where %1$s order by s.id, i
            """;

    private static final String SEATS = """
            update aeo.training_seat_pool p set taken = (select count(*) from aeo.training_registration r
                where r.session_id = p.session_id and r.status = 'REGISTERED')
                from aeo.training_session s where s.id = p.session_id and s.title_zh ~ '^(样例培训|其他培训|样例场次)'
            """;
    private static final String COURSE = """
            insert into aeo.training_course (unit_id, org_path, code, title_zh, audience, minutes, languages, status)
                select id, org_path, 'BENCH', '样例课程', '{ALL}', 60, '{ZH}', 'OPEN' from aeo.unit where code = '0000' returning id
            """;
    private static final String HELD = """
            insert into aeo.training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at, status, course_id)
                select h.id, h.org_path, 'CLASS', '样例场次' || i, now() - (30 + i * 3) * interval '1 day',
                    now() - (30 + i * 3) * interval '1 day' + interval '3 hours', 'HELD', %1$d
                from generate_series(1, %2$d) i join (select row_number() over (order by code) - 1 as n, count(*) over () as many,
                    id, org_path from aeo.unit where kind = 'HOUSE' and closed_on is null) h on h.n = i %% h.many
            """;
    /** Who is registered came, but for one in four. */
    private static final String CAME = """
            insert into aeo.training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path, name, way,
                    arrived_at)
                select r.session_id, r.session_path, r.id, r.enterprise_id, r.unit_id, r.org_path, r.name, 'TICKET', s.starts_at
                from aeo.training_registration r join aeo.training_session s on s.id = r.session_id
                where s.course_id = %1$d and hashint8(r.id) & 3 <> 0
            """;

    private static final String STEPS = """
            insert into aeo.journey_entry (enterprise_id, unit_id, org_path, step, from_step, happened_on, unit_then, account_id)
                select e.id, e.unit_id, e.org_path, v.step, v.before, aeo.china_day() - (hashint8(e.id) & 1023) + v.later, e.unit_id,
                    (select min(id) from aeo.account where kind = 'OFFICER')
                from aeo.enterprise e cross join (values ('SELF_ASSESSED', 'PROSPECT', 0), ('APPLIED', 'SELF_ASSESSED', 40),
                    ('ACCEPTED', 'APPLIED', 50)) v (step, before, later)
                where e.name_zh like '样例企业%%' and hashint8(e.id * 31) & 1 = 0
            """;

    private SampleTrainings() {}

    /** Enterprises at all houses. */
    static void enterprises(Store store, int many) {
        store.execute(ENTERPRISES.formatted(many));
        store.execute("vacuum (analyze) aeo.enterprise");
    }

    /** A session of a unit to which one can still register. @param seats may be more than there will be people */
    static long session(Store store, String unit, int seats) {
        return store.number(SESSION.formatted(unit, seats));
    }

    /** People for it: as many as there are seats are in, the others wait. */
    static void registered(Store store, long session, int people) {
        store.execute(REGISTRATIONS.formatted("s.id = " + session, people));
        settled(store);
    }

    /** Other sessions, with so many people each. */
    static void others(Store store, int sessions, int people) {
        store.execute(OTHERS.formatted(sessions));
        store.execute(REGISTRATIONS.formatted("s.title_zh like '其他培训%'", people));
        settled(store);
    }

    /** A course with sessions that were held, people who came, and what their enterprises did. */
    static long course(Store store, int sessions, int people) {
        long course = store.number(COURSE);
        store.execute(HELD.formatted(course, sessions));
        store.execute(REGISTRATIONS.formatted("s.course_id = " + course, people));
        store.execute(CAME.formatted(course));
        store.execute(STEPS);
        settled(store);
        store.execute("vacuum (analyze) aeo.training_attendance");
        store.execute("vacuum (analyze) aeo.journey_entry");
        return course;
    }

    private static void settled(Store store) {
        store.execute(SEATS);
        for (String table : new String[] {"training_session", "training_registration", "training_seat_pool"}) {
            store.execute("vacuum (analyze) aeo." + table);
        }
    }
}
