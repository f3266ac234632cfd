package org.aeoreach.enterprise.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aeoreach.enterprise.SampleEnterprise;
import org.aeoreach.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A merger moves the rows of every table that belongs to an enterprise, and taking it back brings every row back. */
@Tag("db")
class MergeTablesTest {

    /** Tables that refer to enterprises and are not moved, with the reason. */
    private static final Map<String, String> NOT_MOVED = Map.of(
            "enterprise_duplicate", "says of two that they are two",
            "enterprise_merge", "says what a merger did",
            "enterprise_import_row", "says what an import did to which record, and undoes it",
            "record_view", "says who looked at which record",
            "campaign_member", "says who was in scope when a campaign was issued; follows by triggers of its own",
            "campaign_course", "says how far a member had come by night; looked up anew the next night",
            "enquiry_sharing", "says what the administrator of each allowed; that of the one that stays holds");

    /** Tables that are moved but whose path is not the enterprise's. */
    private static final Map<String, String> OWN_PATH =
            Map.of("task", "lies in the unit of its owner", "mail", "stays with the unit that wrote it");

    private static final String OFFICER = "(select min(id) from account where kind = 'OFFICER')";
    private static final String FROM = " from enterprise e where e.id = ?";

    /** One row at least for each table that is moved; those that rows of others bring about have none of their own. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        String key = "enterprise_id, unit_id, org_path";
        String of = " select e.id, e.unit_id, e.org_path, ";
        ROWS.put(
                "account",
                "insert into account (enterprise_id, unit_id, org_path, kind, login, name_zh, mail)" + of
                        + "'ENTERPRISE', 'merge.' || e.id, '甲', 'merge@enterprise.test'" + FROM);
        ROWS.put(
                "role_assignment",
                "insert into role_assignment (" + key + ", account_id, role, valid_from)" + of
                        + "(select max(a.id) from account a where a.enterprise_id = e.id), 'ENTERPRISE_USER', '2026-01-01'"
                        + FROM);
        ROWS.put(
                "enterprise_member",
                "insert into enterprise_member (" + key
                        + ", account_id, name_zh, mail, rights, valid_from)" + of
                        + "(select max(a.id) from account a where a.enterprise_id = e.id), '甲', 'merge@enterprise.test', 'ASK',"
                        + " '2026-01-01'" + FROM);
        ROWS.put(
                "delegation",
                "insert into delegation (" + key + ", enterprise_zh, representative_name,"
                        + " representative_mail, language, rights, first_day, last_day)" + of
                        + "e.name_zh, '乙', 'b@enterprise.test', 'zh', 'ASK', '2026-01-01', '2026-12-31'" + FROM);
        ROWS.put(
                "enterprise_claim",
                "insert into enterprise_claim (" + key
                        + ", name, mail, language, statement, way)" + of
                        + "'丙', 'c@enterprise.test', 'zh', '法定代表人', 'OFFICER'" + FROM);
        ROWS.put(
                "contact_person",
                "insert into contact_person (" + key + ", name_zh, purpose, legal_basis)" + of
                        + "'丁', 'OUTREACH', 'STATUTORY_DUTY'" + FROM);
        ROWS.put(
                "coordination",
                "insert into coordination (" + key + ", account_id, part, valid_from)" + of + OFFICER
                        + ", 'COORDINATOR', '2026-01-01'" + FROM);
        ROWS.put(
                "handover_item",
                "with h as (insert into handover (from_account, to_account, unit_id, org_path,"
                        + " happened_on, reason, account_id) select " + OFFICER
                        + ", (select max(id) from account where kind = 'OFFICER'), u.id, u.org_path, '2026-01-02', '交接', "
                        + OFFICER
                        + " from unit u where u.code = '0000' returning id), c as (select e.*, max(c.id) as held"
                        + " from coordination c join enterprise e on e.id = c.enterprise_id where e.id = ? group by e.id)"
                        + " insert into handover_item (" + key
                        + ", handover_id, before_id, after_id, brief_zh, brief_en, told)"
                        + " select c.id, c.unit_id, c.org_path, h.id, c.held, c.held, '简报', 'brief', 0 from h, c");
        ROWS.put(
                "journey_entry",
                "insert into journey_entry (" + key
                        + ", step, from_step, happened_on, unit_then, account_id)" + of
                        + "'CONTACTED', 'PROSPECT', '2026-01-03', e.unit_id, " + OFFICER + FROM);
        ROWS.put(
                "enterprise_former_name",
                "insert into enterprise_former_name (" + key + ", name_zh, valid_to)" + of + "'旧名', '2025-01-01'"
                        + FROM);
        ROWS.put(
                "enterprise_former_unit",
                "insert into enterprise_former_unit (" + key
                        + ", former_unit_id, former_path, valid_to, reason)" + of
                        + "e.unit_id, e.org_path, '2020-01-01', '迁址'"
                        + FROM);
        ROWS.put(
                "enterprise_former_grade",
                "insert into enterprise_former_grade (" + key + ", grade, valid_from, valid_to)" + of
                        + "'GCE', '2016-01-01', '2018-01-01'" + FROM);
        ROWS.put(
                "touchpoint_party",
                "with t as (insert into touchpoint (unit_id, org_path, unit_id_then, happened_on,"
                        + " at, channel, direction, strength, account_id, told) select e.unit_id, e.org_path, e.unit_id,"
                        + " '2026-02-01', '2026-02-01 04:00+00', 'VISIT', 'OUT', 'ONE_TO_ONE', " + OFFICER + ", true"
                        + FROM
                        + " returning *) insert into touchpoint_party (touchpoint_id, " + key
                        + ", unit_id_then, by_unit_id, at, timed, channel, strength, direction) select t.id, e.id, e.unit_id,"
                        + " e.org_path, e.unit_id, e.unit_id, t.at, false, t.channel, t.strength, t.direction from t, enterprise e"
                        + " where e.id = ?");
        ROWS.put("touchpoint_told", "");
        ROWS.put(
                "task",
                "insert into task (enterprise_id, unit_id, org_path, owner_id, title, due_on, account_id)"
                        + " select e.id, a.unit_id, a.org_path, a.id, '跟进', '2026-03-01', a.id from enterprise e, account a"
                        + " where a.id = " + OFFICER + " and e.id = ?");
        ROWS.put(
                "mail",
                "insert into mail (enterprise_id, org_path, message_id, template, language, recipient, recipient_name,"
                        + " subject, body_text, body_html) select e.id, e.org_path, '<' || e.id || '@merge.test>',"
                        + " 'enterprise-coordinator', 'zh', 'merge@enterprise.test', '甲', '主题', '正文', '正文'" + FROM);
        ROWS.put(
                "enquiry",
                "insert into enquiry (unit_id, org_path, enterprise_id, enterprise_unit, enterprise_path, asker_name, language,"
                        + " channel, subject) select e.unit_id, e.org_path, e.id, e.unit_id, e.org_path, '戊', 'zh', 'PHONE', '咨询'"
                        + FROM);
        ROWS.put(
                "training_attendance",
                "with s as (insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at) select id,"
                        + " org_path, 'CLASS', '培训', '2099-03-02 01:00+00', '2099-03-02 02:00+00' from unit where code = '0000'"
                        + " returning *) insert into training_attendance (" + key
                        + ", session_id, session_path, name, way, arrived_at)" + of
                        + "s.id, s.org_path, '庚', 'WALK_IN', s.starts_at from s, enterprise e where e.id = ?");
        ROWS.put(
                "training_registration",
                "with s as (insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at) select id,"
                        + " org_path, 'CLASS', '培训', '2099-03-02 01:00+00', '2099-03-02 02:00+00' from unit where code = '0000'"
                        + " returning *) insert into training_registration (" + key
                        + ", session_id, session_path, name, mail, language, status)" + of
                        + "s.id, s.org_path, '己', 'f@enterprise.test', 'zh', 'REGISTERED' from s, enterprise e where e.id = ?");
        String held =
                "with s as (insert into training_session (unit_id, org_path, kind, title_zh, starts_at, ends_at) select"
                        + " id, org_path, 'CLASS', '培训', '2099-03-02 01:00+00', '2099-03-02 02:00+00' from unit where code = '0000'"
                        + " returning *) insert into ";
        ROWS.putIfAbsent(
                "training_attendance",
                held + "training_attendance (" + key + ", session_id, session_path, name, way, arrived_at)" + of
                        + "s.id, s.org_path, '己', 'NAME', s.starts_at from s, enterprise e where e.id = ?");
        ROWS.put(
                "training_raised",
                held + "training_raised (" + key + ", session_id, session_path, name, words, entered_by)" + of
                        + "s.id, s.org_path, '己', '问', " + OFFICER + " from s, enterprise e where e.id = ?");
        ROWS.put(
                "campaign_mailing_letter",
                "with c as (insert into campaign (unit_id, org_path, kind, title_zh, purpose_zh, starts_on, ends_on, status,"
                        + " frozen_at, author_id) select u.id, u.org_path, 'OWN', '行动', '目的', '2026-01-01', '2026-12-31',"
                        + " 'RUNNING', now(), " + OFFICER
                        + " from unit u where u.code = '0000' returning *), g as (insert into"
                        + " campaign_mailing (campaign_id, unit_id, org_path, title_zh, states, author_id) select c.id, c.unit_id,"
                        + " c.org_path, '群发', array['UNTOUCHED'], c.author_id from c returning id)"
                        + " insert into campaign_mailing_letter (mailing_id, enterprise_id, audience, status, reason)"
                        + " select g.id, e.id, 'ALL', 'LEFT_OUT', 'NO_PERSON' from g, enterprise e where e.id = ?");
        ROWS.put(
                "transfer_request_giver",
                "with r as (insert into transfer_request (unit_id, org_path, code, reason,"
                        + " account_id) select u.id, u.org_path, '5304999901', '迁址', " + OFFICER
                        + " from unit u where u.code = '2210' returning id) insert into transfer_request_giver (" + key
                        + ", request_id)" + of + "r.id from r, enterprise e where e.id = ?");
    }

    @BeforeEach
    void mayWriteEverything() throws SQLException {
        Rows.all("select set_config('app.write_lo', '0000.', false), set_config('app.write_hi', '0000/', false)");
    }

    @AfterEach
    void mayWriteNothing() throws SQLException {
        Rows.all("select set_config('app.write_lo', '', false), set_config('app.write_hi', '', false)");
    }

    private static List<Rows.Row> children() throws SQLException {
        return Rows.all(
                "select table_name, id_column, coalesce(path_column, '') as path_column from enterprise_children()");
    }

    private static void fill(SampleEnterprise enterprise) throws SQLException {
        for (String sql : ROWS.values()) {
            if (!sql.isEmpty()) {
                Object[] ids = new Object[sql.length() - sql.replace("?", "").length()];
                java.util.Arrays.fill(ids, enterprise.id());
                Rows.change(sql, ids);
            }
        }
    }

    private static long count(Rows.Row child, long enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from " + child.text("table_name") + " where " + child.text("id_column") + " = ?",
                enterprise);
    }

    /** All rows of both in all tables, as they are. */
    private static Map<String, String> picture(SampleEnterprise one, SampleEnterprise other) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        for (Rows.Row child : children()) {
            all.put(
                    child.text("table_name"),
                    Rows.one(
                                    "select coalesce(string_agg(to_jsonb(t)::text, e'\\n' order by to_jsonb(t)::text), '') as x"
                                            + " from " + child.text("table_name") + " t where "
                                            + child.text("id_column")
                                            + " in (?, ?)",
                                    one.id(),
                                    other.id())
                            .text("x"));
        }
        all.put(
                "enterprise",
                Rows.one(
                                "select string_agg((to_jsonb(e) - 'version' - 'changed_at')::text, e'\\n' order by e.id) as x"
                                        + " from enterprise e where e.id in (?, ?)",
                                one.id(),
                                other.id())
                        .text("x"));
        return all;
    }

    private static long merge(SampleEnterprise kept, SampleEnterprise merged) throws SQLException {
        return Rows.number(
                "select merge_id from merge_enterprises(?, ?, '{name_zh,customs_code}', '重复', " + OFFICER + ")",
                kept.id(),
                merged.id());
    }

    /** A new table that refers to enterprises fails here until it is moved, with a row to show it, or named above. */
    @Test
    void everyTableThatRefersToAnEnterpriseIsMovedOrNamed() throws SQLException {
        TreeSet<String> referring = new TreeSet<>();
        Rows.all("select distinct c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid"
                        + " where k.contype = 'f' and k.confrelid = 'enterprise'::regclass"
                        + " and k.conrelid <> 'enterprise'::regclass and not c.relispartition")
                .forEach(row -> referring.add(row.text("name")));
        // A column of that name without a key would be forgotten in silence.
        Rows.all("select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid"
                        + " where a.attname = 'enterprise_id' and c.relkind in ('r', 'p') and not c.relispartition"
                        + " and c.relnamespace = 'aeo'::regnamespace")
                .forEach(row -> referring.add(row.text("name")));
        TreeSet<String> known = new TreeSet<>(NOT_MOVED.keySet());
        known.addAll(ROWS.keySet());
        assertThat(known).isEqualTo(referring);
        assertThat(children().stream().map(row -> row.text("table_name")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ROWS.keySet());
    }

    @Test
    void everyRowThatIsMovedComesIntoTheRangeOfTheOneThatIsKept() throws SQLException {
        for (Rows.Row child : children()) {
            String table = child.text("table_name");
            boolean path = Rows.number(
                            "select count(*) from pg_attribute where attrelid = ?::regclass and attname = 'org_path'",
                            table)
                    > 0;
            assertThat(path && child.text("path_column").isEmpty()).as(table).isEqualTo(OWN_PATH.containsKey(table));
        }
    }

    @Test
    void movesTheRowsOfEveryTableAcrossHousesAndBack() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5316");
        fill(merged);
        Map<String, String> before = picture(kept, merged);
        for (Rows.Row child : children()) {
            assertThat(count(child, merged.id())).as(child.text("table_name")).isPositive();
        }
        long id = merge(kept, merged);
        for (Rows.Row child : children()) {
            assertThat(count(child, merged.id()))
                    .as("left in " + child.text("table_name"))
                    .isZero();
            assertThat(count(child, kept.id())).as(child.text("table_name")).isPositive();
        }
        assertThat(Rows.one(
                                "select last_contact_on::text as day, coordinator_id from enterprise where id = ?",
                                kept.id())
                        .text("day"))
                .isEqualTo("2026-02-01");
        assertThat(picture(kept, merged)).isNotEqualTo(before);
        assertThat(Rows.number("select kept_id from undo_enterprise_merge(?, " + OFFICER + ")", id))
                .isEqualTo(kept.id());
        assertThat(picture(kept, merged)).isEqualTo(before);
    }

    /** Both have everything: what only one of them can have stays where it is, and still all comes back. */
    @Test
    void bringsEveryRowBackWhenBothHadTheSame() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        fill(kept);
        fill(merged);
        shareContact(kept, merged);
        Map<String, String> before = picture(kept, merged);
        long id = merge(kept, merged);
        assertThat(Rows.number(
                        "select count(*) from (select touchpoint_id from touchpoint_party where enterprise_id = ?"
                                + " group by 1 having count(*) > 1) twice",
                        kept.id()))
                .as("contacts that count twice")
                .isZero();
        assertThat(standing(merged)).as("in the ledger beside the other").isZero();
        assertThat(Rows.number("select count(*) from touchpoint_party where enterprise_id = ?", kept.id()))
                .isEqualTo(3);
        assertThat(Rows.number(
                        "select count(*) from coordination where enterprise_id = ? and valid_to is null", kept.id()))
                .isEqualTo(1);
        Rows.number("select kept_id from undo_enterprise_merge(?, " + OFFICER + ")", id);
        Map<String, String> after = picture(kept, merged);
        // Of two requests for one enterprise one was closed, and who had asked was told: it stays closed.
        String closed = "transfer_request_giver";
        assertThat(after.remove(closed)).isNotEqualTo(before.remove(closed));
        assertThat(after).isEqualTo(before);
    }

    /** Rows of the ledger that count. */
    private static long standing(SampleEnterprise enterprise) throws SQLException {
        return Rows.number(
                "select count(*) from touchpoint_party where enterprise_id = ? and withdrawn_at is null",
                enterprise.id());
    }

    @Test
    void aContactOfBothThatWasWithdrawnMeanwhileDoesNotComeBack() throws SQLException {
        SampleEnterprise kept = SampleEnterprise.at("5304");
        SampleEnterprise merged = SampleEnterprise.at("5304");
        shareContact(kept, merged);
        long id = merge(kept, merged);
        assertThat(standing(kept)).isEqualTo(1);
        assertThat(standing(merged)).isZero();
        Rows.change(
                "update touchpoint set withdrawn_at = now(), withdrawn_reason = 'x' where id in (select touchpoint_id"
                        + " from touchpoint_party where enterprise_id = ?)",
                kept.id());
        Rows.number("select kept_id from undo_enterprise_merge(?, " + OFFICER + ")", id);
        assertThat(standing(kept) + standing(merged)).isZero();
    }

    /** A contact both took part in. */
    private static void shareContact(SampleEnterprise kept, SampleEnterprise merged) throws SQLException {
        String sql = Objects.requireNonNull(ROWS.get("touchpoint_party")).replace("e.id = ?", "e.id = " + kept.id());
        Rows.change(sql);
        Rows.change(
                "insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id,"
                        + " at, timed, channel, strength, direction) select p.touchpoint_id, ?, p.unit_id, p.org_path,"
                        + " p.unit_id_then, p.by_unit_id, p.at, p.timed, p.channel, p.strength, p.direction"
                        + " from touchpoint_party p where p.enterprise_id = ? order by p.id desc limit 1",
                merged.id(),
                kept.id());
    }
}
