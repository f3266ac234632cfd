package org.aeoreach.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.aeoreach.enterprise.Uscc;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.testing.Caller;
import org.aeoreach.testing.Reply;
import org.aeoreach.testing.Rows;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise of the house 5304 with something of everything the system keeps about enterprises, each thing with
 * words and numbers that nothing else has.
 */
final class HiddenEnterprise {
    static final String OWNER = "leakmark.owner";
    static final String USER = "leakmark.user@mark.test";

    private static final String ZH = "鎏骧";
    private static final String LATIN = "leakmark";
    private static final String UNKNOWN_ZH = "鼒彧";
    private static final String UNKNOWN_LATIN = "voidname";
    private static final long NUMBERS = 777_000_000L;
    private static final long UNKNOWN_NUMBERS = 888_000_000L;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final OffsetDateTime MOMENT = OffsetDateTime.of(2026, 3, 2, 4, 0, 0, 0, ZoneOffset.UTC);

    private final Map<String, String> values = new TreeMap<>();
    private final Rows.Row house = Rows.one("select id, org_path from unit where code = '5304'");

    private HiddenEnterprise() throws SQLException {}

    /** Makes it; afterwards numbers go on as before. */
    static Marks made() throws SQLException {
        List<Rows.Row> sequences = Rows.all("select sequencename as name, coalesce(last_value, 0) as last"
                + " from pg_sequences where schemaname = 'aeo' and data_type = 'bigint'"
                + " and sequencename not in ('audit_entry_seq', 'search_change_id_seq')");
        for (Rows.Row sequence : sequences) {
            Rows.number("select setval('aeo." + sequence.text("name") + "', ?)", NUMBERS);
        }
        HiddenEnterprise hidden = new HiddenEnterprise();
        hidden.people();
        hidden.enterprise();
        hidden.history();
        hidden.contacts();
        hidden.ledger();
        hidden.portfolio();
        hidden.accounts();
        hidden.duplicates();
        hidden.doings();
        for (Rows.Row sequence : sequences) {
            if (sequence.id("last") > 0) {
                Rows.number("select setval('aeo." + sequence.text("name") + "', ?)", sequence.id("last"));
            }
        }
        return new Marks(Map.copyOf(hidden.values), List.of(ZH, LATIN));
    }

    /** The same names of values, for what does not exist. */
    static Marks unknown(Marks hidden) {
        Map<String, String> values = new TreeMap<>();
        int number = 0;
        for (Map.Entry<String, String> value : hidden.values().entrySet()) {
            String text = value.getValue();
            values.put(
                    value.getKey(),
                    text.matches("777[0-9]{6}")
                            ? Long.toString(UNKNOWN_NUMBERS + ++number)
                            : text.replace(ZH, UNKNOWN_ZH).replace(LATIN, UNKNOWN_LATIN));
        }
        values.put("code", "53047ZZZ99");
        values.put("uscc", uscc("91440300MZV0DN0M1"));
        values.put("pinyin", "ziyuxq");
        values.put("phone", "0755-13579864");
        return new Marks(Map.copyOf(values), List.of(UNKNOWN_ZH, UNKNOWN_LATIN));
    }

    private static String uscc(String first) {
        return first + Uscc.checkCharacter(first);
    }

    private void people() throws SQLException {
        officer("owner", OWNER, "HOUSE_OFFICER");
        officer("second", "leakmark.second", "COORDINATOR");
    }

    private void officer(String name, String login, String role) throws SQLException {
        add(
                name,
                "account",
                "kind",
                "OFFICER",
                "login",
                login,
                "name_zh",
                ZH + "关员",
                "name_en",
                LATIN + " officer",
                "mail",
                login + "@mark.test");
        add(null, "role_assignment", "account_id", id(name), "role", role, "valid_from", DAY);
    }

    private void enterprise() throws SQLException {
        values.put("nameZh", ZH + "企业");
        values.put("nameEn", LATIN + " Enterprise");
        values.put("pinyin", "liuxiangqy");
        values.put("code", "53047LEAK9");
        values.put("uscc", uscc("91440300MLEAKMRKX"));
        values.put("phone", "0755-86420975");
        values.put("mailAddress", "leakmark.office@mark.test");
        add(
                "enterprise",
                "enterprise",
                "name_zh",
                value("nameZh"),
                "name_en",
                value("nameEn"),
                "customs_code",
                value("code"),
                "uscc",
                value("uscc"),
                "mail_on_file",
                value("mailAddress"),
                "phone_on_file",
                value("phone"),
                "address_zh",
                ZH + "路一号",
                "grade",
                "CE",
                "grade_since",
                DAY,
                "journey_step",
                "CULTIVATION",
                "journey_since",
                DAY,
                "tier",
                "A",
                "coordinator_id",
                id("owner"),
                "last_contact_on",
                DAY,
                "last_strength",
                "ONE_TO_ONE",
                "next_contact_due",
                DAY.plusMonths(1),
                "size_class",
                "SMALL",
                "business_types::text[]",
                "{CBEC_OPERATOR}",
                "source",
                ZH + "来源");
        add("twin", "enterprise", "name_zh", value("nameZh"), "customs_code", "53047LEAK8");
        add(
                "merged",
                "enterprise",
                "name_zh",
                ZH + "并入企业",
                "customs_code",
                "53047LEAK7",
                "merged_into",
                id("enterprise"));
    }

    private void history() throws SQLException {
        add(null, "enterprise_former_name", "enterprise_id", id("enterprise"), "name_zh", ZH + "旧名", "valid_to", DAY);
        add(
                null,
                "enterprise_former_unit",
                "enterprise_id",
                id("enterprise"),
                "former_unit_id",
                house.id("id"),
                "former_path",
                house.text("org_path"),
                "valid_to",
                DAY.minusYears(3),
                "reason",
                ZH + "迁入理由");
        add(
                null,
                "enterprise_former_grade",
                "enterprise_id",
                id("enterprise"),
                "grade",
                "REGULAR",
                "valid_from",
                DAY.minusYears(1),
                "valid_to",
                DAY.minusDays(1),
                "ground",
                ZH + "定级依据");
        add(
                "step",
                "journey_entry",
                "enterprise_id",
                id("enterprise"),
                "step",
                "CULTIVATION",
                "from_step",
                "PROSPECT",
                "happened_on",
                DAY,
                "note",
                ZH + "历程备注",
                "unit_then",
                house.id("id"),
                "account_id",
                id("owner"));
        file("stepFile", LATIN + "-step.pdf");
        Rows.change("insert into journey_file (entry_id, file_id) values (?, ?)", id("step"), id("stepFile"));
    }

    private void file(String name, String fileName) throws SQLException {
        Path directory = TestPostgres.DIRECTORY.resolve(Path.of("files", "cc", "cc"));
        try {
            Files.writeString(Files.createDirectories(directory).resolve("cc".repeat(32)), ZH + "文件内容");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) 0xcc);
        add(
                name,
                "stored_file",
                "sha256",
                hash,
                "name",
                fileName,
                "media_type",
                "application/pdf",
                "bytes",
                (long) (ZH + "文件内容").getBytes(java.nio.charset.StandardCharsets.UTF_8).length,
                "purpose",
                "sample",
                "account_id",
                id("owner"));
    }

    private void contacts() throws SQLException {
        values.put("person", ZH + "联系人");
        values.put("personMail", "leakmark.person@mark.test");
        add(
                "contact",
                "contact_person",
                "enterprise_id",
                id("enterprise"),
                "name_zh",
                value("person"),
                "name_en",
                LATIN + " Person",
                "position_zh",
                ZH + "经理",
                "mail",
                value("personMail"),
                "phone",
                "0755-97531864",
                "purpose",
                "OUTREACH",
                "legal_basis",
                "STATUTORY_DUTY");
        values.put("partnerName", ZH + "商会");
        add("partner", "partner_organisation", "kind", "CHAMBER", "name_zh", value("partnerName"), "note", ZH + "商会备注");
        add(
                "partnerPerson",
                "contact_person",
                "partner_id",
                id("partner"),
                "name_zh",
                ZH + "秘书长",
                "purpose",
                "OUTREACH",
                "legal_basis",
                "STATUTORY_DUTY");
    }

    private void ledger() throws SQLException {
        values.put("said", ZH + "谈话内容");
        add(
                "touchpoint",
                "touchpoint",
                "unit_id_then",
                house.id("id"),
                "happened_on",
                DAY,
                "at",
                MOMENT,
                "channel",
                "VISIT",
                "direction",
                "OUT",
                "strength",
                "ONE_TO_ONE",
                "said",
                value("said"),
                "agreed",
                ZH + "商定事项",
                "people",
                ZH + "在场人员",
                "heard",
                true,
                "heard_on",
                ZH + "政策反映",
                "heard_severity",
                "MINOR",
                "told",
                true,
                "account_id",
                id("owner"),
                "version",
                1L);
        long touchpoint = id("touchpoint");
        add(
                null,
                "touchpoint_party",
                "touchpoint_id",
                touchpoint,
                "enterprise_id",
                id("enterprise"),
                "unit_id_then",
                house.id("id"),
                "by_unit_id",
                house.id("id"),
                "at",
                MOMENT,
                "timed",
                false,
                "channel",
                "VISIT",
                "strength",
                "ONE_TO_ONE",
                "direction",
                "OUT");
        Rows.change(
                "insert into touchpoint_person (touchpoint_id, person_id) values (?, ?)", touchpoint, id("contact"));
        Rows.change(
                "insert into touchpoint_subject (touchpoint_id, position, kind, text) values (?, 0, 'POLICY', ?)",
                touchpoint,
                ZH + "政策");
        Rows.change(
                "insert into touchpoint_officer (touchpoint_id, account_id, unit_id_then) values (?, ?, ?)",
                touchpoint,
                id("owner"),
                house.id("id"));
        file("file", LATIN + "-visit.pdf");
        Rows.change("insert into touchpoint_file (touchpoint_id, file_id) values (?, ?)", touchpoint, id("file"));
        values.put("taskTitle", ZH + "待办事项");
        add(
                "task",
                "task",
                "owner_id",
                id("owner"),
                "touchpoint_id",
                touchpoint,
                "enterprise_id",
                id("enterprise"),
                "title",
                value("taskTitle"),
                "due_on",
                DAY,
                "account_id",
                id("owner"));
        add(
                "broadcast",
                "broadcast",
                "happened_on",
                DAY,
                "channel",
                "LIVE_STREAM",
                "title",
                ZH + "直播",
                "audience",
                77,
                "counted",
                true,
                "note",
                ZH + "直播备注",
                "account_id",
                id("owner"));
    }

    private void portfolio() throws SQLException {
        add(
                "pastCoordination",
                "coordination",
                "enterprise_id",
                id("enterprise"),
                "account_id",
                id("second"),
                "part",
                "COORDINATOR",
                "valid_from",
                DAY.minusYears(1),
                "valid_to",
                DAY.minusDays(1),
                "reason",
                ZH + "交接备注");
        add(
                "handover",
                "handover",
                "from_account",
                id("second"),
                "to_account",
                id("owner"),
                "happened_on",
                DAY,
                "reason",
                ZH + "移交理由",
                "account_id",
                id("owner"));
        add(
                "coordination",
                "coordination",
                "enterprise_id",
                id("enterprise"),
                "account_id",
                id("owner"),
                "part",
                "COORDINATOR",
                "valid_from",
                DAY,
                "handover_id",
                id("handover"));
        add(
                null,
                "handover_item",
                "handover_id",
                id("handover"),
                "enterprise_id",
                id("enterprise"),
                "before_id",
                id("pastCoordination"),
                "after_id",
                id("coordination"),
                "brief_zh",
                ZH + "交接要点",
                "brief_en",
                LATIN + " brief",
                "told",
                0);
        values.put("segmentName", ZH + "分组");
        add(
                "segment",
                "segment",
                "account_id",
                id("owner"),
                "name",
                value("segmentName"),
                "note",
                ZH + "分组说明",
                "shared",
                true,
                "conditions",
                "{\"all\":[{\"criterion\":\"name\",\"values\":{\"value\":[\"" + value("nameZh") + "\"]}}]}");
    }

    private void accounts() throws SQLException {
        add(
                "user",
                "account",
                "kind",
                "ENTERPRISE",
                "login",
                USER,
                "name_zh",
                ZH + "用户",
                "mail",
                USER,
                "enterprise_id",
                id("enterprise"));
        Rows.change(
                "insert into role_assignment (account_id, role, unit_id, org_path, enterprise_id, valid_from)"
                        + " values (?, 'ENTERPRISE_USER', ?, ?, ?, ?)",
                id("user"),
                house.id("id"),
                house.text("org_path"),
                id("enterprise"),
                DAY);
        add(
                "member",
                "enterprise_member",
                "enterprise_id",
                id("enterprise"),
                "account_id",
                id("user"),
                "name_zh",
                ZH + "用户",
                "mail",
                USER,
                "rights",
                "ADMINISTER,ASK,REGISTER,ANSWER_SURVEYS,SELF_ASSESS",
                "valid_from",
                DAY);
        add(
                "claim",
                "enterprise_claim",
                "enterprise_id",
                id("enterprise"),
                "name",
                ZH + "申请人",
                "mail",
                "leakmark.claim@mark.test",
                "language",
                "zh",
                "statement",
                ZH + "申请说明",
                "way",
                "OFFICER");
        add(
                "delegation",
                "delegation",
                "enterprise_id",
                id("enterprise"),
                "enterprise_zh",
                value("nameZh"),
                "representative_name",
                ZH + "代理人",
                "representative_mail",
                "leakmark.agent@mark.test",
                "language",
                "zh",
                "rights",
                "ASK",
                "first_day",
                DAY,
                "last_day",
                DAY.plusYears(1),
                "note",
                ZH + "委托备注");
        values.put("message", "");
        Rows.change(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path, status, attempts) values ('<leakmark@mark.test>', 'sample', 'zh', ?, ?, ?,"
                        + " ?, ?, ?, 'DEAD', 12)",
                value("personMail"),
                value("person"),
                ZH + "邮件",
                ZH + "邮件正文",
                "<p>" + ZH + "邮件正文</p>",
                house.text("org_path"));
        values.put(
                "message",
                Rows.one("select id from mail where message_id = '<leakmark@mark.test>'")
                        .text("id"));
    }

    private void duplicates() throws SQLException {
        values.put(
                "pair",
                Long.toString(Rows.number(
                        "insert into enterprise_duplicate (first_id, second_id, org_path, reason, note)"
                                + " values (?, ?, ?, 'NAME', ?) returning id",
                        Math.min(id("enterprise"), id("twin")),
                        Math.max(id("enterprise"), id("twin")),
                        house.text("org_path"),
                        ZH + "疑似备注")));
        values.put(
                "merger",
                Long.toString(Rows.number(
                        "insert into enterprise_merge (kept_id, merged_id, org_path, reason, taken, kept_before, kept_after,"
                                + " merged_before, merged_by) select k.id, m.id, k.org_path, ?, '{}', to_jsonb(k), to_jsonb(k),"
                                + " to_jsonb(m), ? from enterprise k, enterprise m where k.id = ? and m.id = ? returning id",
                        ZH + "合并理由",
                        id("owner"),
                        id("enterprise"),
                        id("merged"))));
    }

    /** What leaves traces elsewhere: an import with a refused row, a saved view, a letter, an audit entry, a look. */
    private void doings() throws SQLException {
        Caller owner = Caller.signedIn(OWNER);
        Reply received = Reply.of(owner.send(
                "POST",
                "/api/v1/enterprises/imports?source=" + LATIN + "&name=" + LATIN + ".csv",
                "customs_code,name_zh,name_en\n53047LEAK6," + ZH + "导入企业,\n" + LATIN + "-bad," + ZH + "拒收行,\n",
                "Content-Type",
                "text/csv"));
        Reply started = Reply.of(owner.json(
                "POST", "/api/v1/enterprises/imports/" + received.id() + "/start", "{}", "If-Match", received.etag()));
        values.put("import", Long.toString(received.id()));
        values.put("job", Long.toString(await(received.id())));
        if (started.status() != 202) {
            throw new IllegalStateException(started.toString());
        }
        owner.form(
                "/desk/views",
                Map.of("list", "enterprises", "name", ZH + "视图", "query", "q=" + LATIN, "shared", "true"));
        owner.form(
                "/desk/enterprises/" + id("enterprise") + "/coordination",
                Map.of("accountId", value("second"), "part", "MEMBER", "reason", ZH + "入组理由"));
        owner.get("/desk/enterprises/" + id("enterprise"));
        owner.get("/desk/enterprises/export?format=csv&q=" + value("code"));
    }

    private static long await(long id) throws SQLException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (Rows.number("select count(*) from enterprise_import where id = ? and status = 'DONE'", id) == 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("import " + id + " does not end");
            }
            LockSupport.parkNanos(100_000_000L);
        }
        return Rows.number("select job_id from enterprise_import where id = ?", id);
    }

    private String value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private long id(String name) {
        return Long.parseLong(value(name));
    }

    /** Adds a row of the house; columns and values in turn. */
    private void add(@Nullable String name, String table, Object... columns) throws SQLException {
        StringBuilder names = new StringBuilder("unit_id, org_path");
        StringBuilder marks = new StringBuilder("?, ?");
        Object[] parameters = new Object[columns.length / 2 + 2];
        parameters[0] = house.id("id");
        parameters[1] = house.text("org_path");
        for (int i = 0; i < columns.length; i += 2) {
            String[] column = columns[i].toString().split("::", 2);
            names.append(", ").append(column[0]);
            marks.append(column.length == 1 ? ", ?" : ", ?::" + column[1]);
            parameters[i / 2 + 2] = columns[i + 1];
        }
        long id = Rows.number(
                "insert into " + table + " (" + names + ") values (" + marks + ") returning id", parameters);
        if (name != null) {
            values.put(name, Long.toString(id));
        }
    }
}
