package org.aeoreach.outreach.importing;

/**
 * The statements of an import of contacts. The rows of the file stand in contact_line; {@code contact} is the first row
 * of the contact a row belongs to. A reason once set stays, and rows that have one are looked at no more.
 */
final class ContactSql {

    static final String LINES = "create temp table contact_line (" + ContactLine.DECLARED
            + ", enterprise_id bigint, person_ids bigint[], contact bigint, touchpoint_id bigint, batch int)"
            + " on commit drop";
    static final String COPY = "copy contact_line (" + ContactLine.COPIED + ") from stdin";
    static final String INDEXES =
            "create index on contact_line (contact); create index on contact_line (enterprise_id); analyze contact_line";

    private static final String WITHIN = " and k.merged_into is null and k.org_path >="
            + " nullif(current_setting('app.write_lo', true), '') and k.org_path < current_setting('app.write_hi', true)";
    /** What was merged into another enterprise leads to that one. */
    private static final String MEANT = " join enterprise k on k.id = coalesce(e.merged_into, e.id)" + WITHIN;

    static final String BY_CUSTOMS_CODE = "update contact_line l set enterprise_id = k.id from enterprise e" + MEANT
            + " where l.reason is null and e.customs_code = l.customs_code";
    static final String BY_USCC = "update contact_line l set enterprise_id = k.id from enterprise e" + MEANT
            + " where l.reason is null and e.uscc = l.uscc";

    private static final String ONE_OR_SEVERAL = "update contact_line l set enterprise_id = f.id,"
            + " reason = case when f.found > 1 then 'several' end, arguments = array[l.name] from (";

    static final String BY_NAME = ONE_OR_SEVERAL
            + "select x.line, min(k.id) as id, count(distinct k.id) as found from contact_line x"
            + " join enterprise e on e.name_zh collate pinyin = x.name collate pinyin" + MEANT
            + " where x.reason is null and x.customs_code is null and x.uscc is null group by x.line) f"
            + " where f.line = l.line";

    /** Names that are nobody's Chinese name at present; at most so many are looked up one by one. */
    static final String UNKNOWN_NAMES = "select distinct name from contact_line where reason is null"
            + " and enterprise_id is null and customs_code is null and uscc is null limit ?";

    /** Values: names, and for each an enterprise that may be called so, in English or formerly. */
    static final String BY_OTHER_NAME = ONE_OR_SEVERAL
            + "select c.name, min(k.id) as id, count(distinct k.id) as found"
            + " from unnest(?::text[], ?::bigint[]) c(name, id) join enterprise e on e.id = c.id" + MEANT
            + " where lower(e.name_en) = lower(c.name) or exists (select from enterprise_former_name n"
            + " where n.enterprise_id = e.id and (n.name_zh = c.name or lower(n.name_en) = lower(c.name)))"
            + " group by c.name) f where f.name = l.name and l.reason is null and l.enterprise_id is null"
            + " and l.customs_code is null and l.uscc is null";

    static final String UNKNOWN = "update contact_line set reason = 'unknown',"
            + " arguments = array[coalesce(customs_code, uscc, name)] where reason is null and enterprise_id is null";

    private static final String PLAIN = "lower(translate(regexp_replace(%s, '\\s', '', 'g'), '（）', '()'))";

    /** A code and a name in one row mean one enterprise, or a column has slipped. */
    static final String OTHER_NAME = ("update contact_line l set reason = 'other-name', arguments = array[l.name]"
                    + " where l.reason is null and l.name is not null and coalesce(l.customs_code, l.uscc) is not null"
                    + " and not exists (select from enterprise e where (e.id = l.enterprise_id or e.merged_into ="
                    + " l.enterprise_id) and $name in ($zh, $en))"
                    + " and not exists (select from enterprise_former_name f where f.enterprise_id = l.enterprise_id"
                    + " and $name in ($fzh, $fen))")
            .replace("$name", plain("l.name"))
            .replace("$zh", plain("e.name_zh"))
            .replace("$en", plain("e.name_en"))
            .replace("$fzh", plain("f.name_zh"))
            .replace("$fen", plain("f.name_en"));

    static final String PERSONS = "update contact_line l set person_ids = m.ids,"
            + " reason = case when m.missing is not null then 'person' end, arguments = array[m.missing] from ("
            + "select x.line, array_agg(c.id) filter (where c.id is not null) as ids,"
            + " string_agg(w.name, '、') filter (where c.id is null) as missing from contact_line x"
            + " cross join lateral unnest(x.persons) w(name) left join lateral (select p.id from contact_person p"
            + " where p.enterprise_id = x.enterprise_id and p.erased_at is null"
            + " and (p.name_zh = w.name or lower(p.name_en) = lower(w.name)) order by p.ended_at desc nulls first, p.id"
            + " limit 1) c on true where x.reason is null and x.persons is not null group by x.line) m"
            + " where m.line = l.line";

    static final String CONTACTS = "update contact_line l set contact = g.head from (select line, min(line) over"
            + " (partition by reference, case when reference is null then line end) as head from contact_line) g"
            + " where g.line = l.line";

    /** What the first row of a contact says holds for all; others say the same or nothing. */
    static final String DIFFERS = "update contact_line l set reason = 'differs', arguments = array[h.line::text]"
            + " from contact_line h where h.line = l.contact and l.line <> h.line and l.reason is null"
            + " and h.reason is null and ((l.day, l.channel) is distinct from (h.day, h.channel)"
            + different(
                    "began",
                    "direction",
                    "strength",
                    "unit_id",
                    "people",
                    "topics",
                    "said",
                    "agreed",
                    "heard_on",
                    "heard_severity",
                    "shared")
            + ")";

    static final String MANY = "update contact_line l set reason = 'many', arguments = '{}' from (select contact"
            + " from contact_line where reason is null group by contact having count(distinct enterprise_id) > 100) m"
            + " where m.contact = l.contact and l.reason is null";

    /** Values: the unit that imports, and its path. */
    static final String UNIT = "update contact_line set unit_id = ?, org_path = ? where unit_id is null";

    static final String TWICE = "update contact_line l set reason = 'twice', arguments = array[f.line_before::text]"
            + " from (select line, contact, first_value(line) over same as line_before,"
            + " first_value(contact) over same as contact_before from contact_line where reason is null"
            + " window same as (partition by enterprise_id, day, channel, unit_id order by contact, line)) f"
            + " where f.line = l.line and f.contact_before <> f.contact";

    static final String KNOWN = "update contact_line l set reason = 'known', arguments = array[k.touchpoint::text]"
            + " from (select x.line, min(p.touchpoint_id) as touchpoint from contact_line x join touchpoint_party p"
            + " on p.enterprise_id = x.enterprise_id and p.at >= x.day::timestamp at time zone 'Asia/Shanghai'"
            + " and p.at < (x.day + 1)::timestamp at time zone 'Asia/Shanghai' and p.channel = x.channel"
            + " and p.by_unit_id = x.unit_id and p.withdrawn_at is null where x.reason is null group by x.line) k"
            + " where k.line = l.line";

    static final String TOGETHER = "update contact_line l set reason = 'together', arguments = array[r.line::text]"
            + " from (select contact, min(line) as line from contact_line where reason is not null group by contact) r"
            + " where r.contact = l.contact and l.reason is null";

    /** In one order, so that two imports do not embrace. */
    static final String LOCK = "select count(*) from (select e.id from enterprise e where e.id in (select enterprise_id"
            + " from contact_line where reason is null) order by e.id for no key update) locked";

    /** The newest first: so each enterprise learns its last contact at once, and is changed no more. */
    static final String NUMBER = "update contact_line l set batch = b.batch, touchpoint_id = b.id from (select line,"
            + " nextval('touchpoint_seq') as id, ((row_number() over (order by day desc, line) - 1) / ?)::int as batch"
            + " from contact_line where reason is null and line = contact) b where b.line = l.contact";

    static final String BATCHES = "select max(batch), count(*) filter (where line = contact and reason is null),"
            + " count(*) filter (where reason is not null) from contact_line";

    /** Values: the account, the batch. */
    static final String TOUCHPOINTS = "insert into touchpoint (id, unit_id, org_path, unit_id_then, happened_on,"
            + " began_at, at, channel, direction, strength, said, agreed, people, heard, heard_on, heard_severity, shared,"
            + " told, source, account_id) select h.touchpoint_id, h.unit_id, h.org_path, h.unit_id, h.day, h.began,"
            + " (h.day + coalesce(h.began, time '12:00')) at time zone 'Asia/Shanghai', h.channel,"
            + " coalesce(h.direction, 'OUT'), coalesce(h.strength, c.strength), h.said, h.agreed, h.people,"
            + " h.heard_on is not null, h.heard_on, h.heard_severity, coalesce(h.shared, false), false, 'import', ?"
            + " from contact_line h join contact_channel c on c.code = h.channel where h.line = h.contact and h.batch = ?";

    /** Values: the batch. A party had the house it was registered with on that day. */
    static final String PARTIES = "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path,"
            + " unit_id_then, by_unit_id, at, timed, channel, strength, direction)"
            + " select t.id, e.id, e.unit_id, e.org_path, coalesce(f.former_unit_id, e.unit_id), t.unit_id_then, t.at,"
            + " t.began_at is not null, t.channel, t.strength, t.direction from (select distinct touchpoint_id,"
            + " enterprise_id from contact_line where batch = ?) l join touchpoint t on t.id = l.touchpoint_id"
            + " join enterprise e on e.id = l.enterprise_id left join lateral (select u.former_unit_id"
            + " from enterprise_former_unit u where u.enterprise_id = e.id and u.valid_to >= t.happened_on"
            + " and (u.valid_from is null or u.valid_from <= t.happened_on) order by u.valid_to limit 1) f on true"
            + " order by t.at desc, e.id";

    static final String OFFICERS = "insert into touchpoint_officer (touchpoint_id, account_id, unit_id_then)"
            + " select distinct on (l.touchpoint_id, o.account) l.touchpoint_id, o.account, o.unit from contact_line l"
            + " cross join lateral unnest(l.officers, l.officer_units) o(account, unit) where l.batch = ?"
            + " order by l.touchpoint_id, o.account, l.line";
    static final String MET =
            "insert into touchpoint_person (touchpoint_id, person_id) select distinct l.touchpoint_id,"
                    + " p.person from contact_line l cross join lateral unnest(l.person_ids) p(person) where l.batch = ?";
    static final String SUBJECTS = "insert into touchpoint_subject (touchpoint_id, position, kind, text)"
            + " select h.touchpoint_id, s.place - 1, s.kind, s.topic from contact_line h cross join lateral"
            + " unnest(h.kinds, h.topics) with ordinality s(kind, topic, place) where h.line = h.contact and h.batch = ?";

    /** Values: the import, its path. */
    static final String MADE = "insert into contact_import_row (import_id, org_path, line, outcome, touchpoint_id)"
            + " select ?, ?, line, 'MADE', touchpoint_id from contact_line where line = contact and batch is not null";

    static final String REJECTED = "insert into contact_import_row (import_id, org_path, line, outcome, code, reason,"
            + " arguments) select ?, ?, line, 'REJECTED', coalesce(customs_code, uscc, name), reason,"
            + " coalesce(arguments, '{}') from contact_line where reason is not null";

    private ContactSql() {}

    private static String plain(String column) {
        return PLAIN.formatted(column);
    }

    private static String different(String... columns) {
        StringBuilder sql = new StringBuilder();
        for (String column : columns) {
            sql.append(" or l.")
                    .append(column)
                    .append(" is not null and l.")
                    .append(column)
                    .append(" is distinct from h.")
                    .append(column);
        }
        return sql.toString();
    }
}
