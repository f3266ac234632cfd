package org.aeoreach.enterprise.importing;

import static org.aeoreach.enterprise.importing.ImportField.CUSTOMS_CODE;
import static org.aeoreach.enterprise.importing.ImportField.GRADE_SINCE;
import static org.aeoreach.enterprise.importing.ImportField.HOUSE;
import static org.aeoreach.enterprise.importing.ImportField.JOURNEY_SINCE;
import static org.aeoreach.enterprise.importing.ImportField.JOURNEY_STEP;
import static org.aeoreach.enterprise.importing.ImportField.NAME_SINCE;
import static org.aeoreach.enterprise.importing.ImportField.USCC;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The statements of an import. A chunk of the file stands in import_line; import_match remembers through the whole
 * import which line is about which enterprise that was there before. Where a row of the registry cannot be seen, only
 * the unique keys know of it: its code is taken, and that is all the import learns.
 */
final class LoadSql {

    /** Every field that is a column of the enterprise. */
    private static final List<ImportField> FIELDS =
            Arrays.stream(ImportField.values()).filter(field -> field != HOUSE).toList();

    static final String LINES = "create temp table import_line (id bigint not null default nextval('enterprise_seq'),"
            + " line bigint not null, reason text, arguments text[], unit_id bigint, org_path text collate \"C\", "
            + Arrays.stream(ImportField.values())
                    .map(field -> field.column() + " " + field.kind().sqlType())
                    .collect(Collectors.joining(", "))
            + ") on commit drop";
    static final String MATCHES =
            "create temp table import_match (line bigint not null, id bigint, found int not null)" + " on commit drop";
    static final String MATCHES_BY_ID = "create index on import_match (id)";
    static final String COPY = "copy import_line (" + CopyText.COLUMNS + ") from stdin";

    private static final String NEW =
            " from import_line where reason is null and unit_id is not null and name_zh is not null";

    /** Values: the import. Fails when a code is taken, by whomever; then nothing of the chunk is in. */
    static final String INSERT = "insert into enterprise (id, unit_id, org_path, " + columns(ImportField::column)
            + ", source, import_id) select id, unit_id, org_path, "
            + columns(LoadSql::initial)
            + ", 'import', ?" + NEW;

    /** Takes the lines of {@link #INSERT} out of the chunk, so that only those are left that were no new enterprise. */
    static final String INSERTED = "delete" + NEW;

    /**
     * Values: the import. A row whose code is taken is passed over and left in the chunk; which costs a search in each
     * unique index. Of two rows with one code the first of the file stays.
     */
    static final String INSERT_OTHERS =
            "with added as (" + INSERT + " order by line on conflict do nothing returning id)"
                    + " delete from import_line l using added a where a.id = l.id";

    /** The planner knows nothing of a registry that was just filled, and would read all of it for each line. */
    static final String LOOK_AGAIN = "select enterprise_look_again()";

    /** The enterprises that lines which were not inserted mean. */
    static final String MATCH = "insert into import_match (line, id, found)"
            + " select l.line, min(e.id), count(distinct e.id) from import_line l left join lateral ("
            + "select a.id from enterprise a where a.customs_code = l.customs_code"
            + " union all select b.id from enterprise b where b.uscc = l.uscc) e on true"
            + " where l.reason is null group by l.line";

    /** So that nobody changes one between its image and its change; in one order, so that two imports do not embrace. */
    static final String LOCK = "select count(*) from (select e.id from enterprise e where e.id in (select m.id"
            + " from import_match m join import_line l using (line)) order by e.id for update) locked";

    /** Values: the mode three times, today, today, the import. */
    static final String REFUSE = """
            update import_line l set reason = r.reason, arguments = '{}' from (
                select l.line, case
                    when m.found > 1 then 'two'
                    when m.id is null and ? = 'UPDATE' then 'unknown'
                    when m.id is null and (l.name_zh is null or l.unit_id is null) then 'incomplete'
                    when m.id is null then 'elsewhere'
                    when e.import_id = ? or exists (
                        select from import_match p where p.id = m.id and p.line < m.line) then 'duplicate'
                    when e.merged_into is not null then 'merged'
                    when ? = 'CREATE' then 'exists'
                    when l.customs_code <> e.customs_code or l.uscc <> e.uscc then 'codes'
                    when l.house is not null and l.unit_id <> e.unit_id then 'transfer'
                    when l.journey_step <> e.journey_step then 'journey'
                    when l.grade <> e.grade and l.grade_since <= e.grade_since then 'grade-order'
                    when l.name_zh <> e.name_zh and coalesce(l.name_since, ?) <= e.name_since then 'name-order'
                    when (e.uscc is null and l.uscc is not null or e.customs_code is null and l.customs_code is not null)
                        and exists (select from enterprise_codes_taken(array[
                            case when e.uscc is null then l.uscc end,
                            case when e.customs_code is null then l.customs_code end])) then 'elsewhere'
                    end as reason
                from import_match m join import_line l on l.line = m.line left join enterprise e on e.id = m.id) r
            where r.line = l.line and r.reason is not null""";

    /** Values: the import, its path, today. What will change, as it is before. */
    static final String IMAGES = "insert into enterprise_import_row (import_id, org_path, line, outcome, code,"
            + " enterprise_id, before, version_after) select ?, ?, l.line, 'UPDATED', coalesce(e.customs_code, e.uscc),"
            + " e.id, jsonb_build_object(" + columns(field -> "'" + field.column() + "', e." + field.column())
            + "), e.version + 1 from import_line l join import_match m on m.line = l.line"
            + " join enterprise e on e.id = m.id cross join (select ?::date as today) d where l.reason is null and row("
            + columns(LoadSql::changed)
            + ") is distinct from row(" + columns(field -> "e." + field.column()) + ")";

    private static final String CHANGES = " from enterprise_import_row r join import_line l on l.line = r.line"
            + " join enterprise e on e.id = r.enterprise_id cross join (select ?::date as today) d"
            + " where r.import_id = ? and r.outcome = 'UPDATED'";

    /** Values: today, the import. */
    static final String FORMER_NAMES = "insert into enterprise_former_name (enterprise_id, unit_id, org_path, name_zh,"
            + " name_en, valid_from, valid_to) select e.id, e.unit_id, e.org_path, e.name_zh, e.name_en, e.name_since,"
            + " coalesce(l.name_since, d.today) - 1" + CHANGES + " and l.name_zh <> e.name_zh";

    /** Values: today, the import. */
    static final String FORMER_GRADES = "insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade,"
            + " valid_from, valid_to) select e.id, e.unit_id, e.org_path, e.grade, e.grade_since, l.grade_since - 1"
            + CHANGES + " and l.grade <> e.grade";

    /** Values: today, the import. */
    static final String UPDATE = "update enterprise e set "
            + columns(field -> field.column() + " = " + changed(field))
            + ", version = version + 1, changed_at = now() from enterprise_import_row r join import_line l on l.line = r.line"
            + " cross join (select ?::date as today) d where r.import_id = ? and r.outcome = 'UPDATED'"
            + " and e.id = r.enterprise_id";

    /** Values: the import, its path. */
    static final String REJECT = "insert into enterprise_import_row (import_id, org_path, line, outcome, code, reason,"
            + " arguments) select ?, ?, line, 'REJECTED', coalesce(customs_code, uscc), reason, arguments"
            + " from import_line where reason is not null";

    private LoadSql() {}

    private static String columns(Function<ImportField, String> text) {
        return FIELDS.stream().map(text).collect(Collectors.joining(", "));
    }

    /** What a new enterprise gets. */
    private static String initial(ImportField field) {
        return switch (field) {
            case BUSINESS_TYPES, TRADING_PARTNERS -> "coalesce(" + field.column() + ", '{}')";
            case JOURNEY_STEP -> "coalesce(journey_step, 'PROSPECT')";
            default -> field.column();
        };
    }

    /** What one that is there gets: an empty cell changes nothing, codes are only filled in, steps only shown. */
    private static String changed(ImportField field) {
        String column = field.column();
        if (field == USCC || field == CUSTOMS_CODE) {
            return "coalesce(e." + column + ", l." + column + ")";
        }
        if (field == JOURNEY_STEP || field == JOURNEY_SINCE) {
            return "e." + column;
        }
        if (field == NAME_SINCE) {
            return "case when l.name_zh <> e.name_zh then coalesce(l.name_since, d.today)"
                    + " else coalesce(l.name_since, e.name_since) end";
        }
        if (field == GRADE_SINCE) {
            return "case when l.grade = e.grade or l.grade is null then e.grade_since else l.grade_since end";
        }
        return "coalesce(l." + column + ", e." + column + ")";
    }
}
