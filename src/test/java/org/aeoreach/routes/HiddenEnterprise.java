package org.aeoreach.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
import org.aeoreach.testing.Units;

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

    private final Map<String, String> values = new TreeMap<>();

    private HiddenEnterprise() {}

    /** Makes it; afterwards numbers go on as before. */
    static Marks made() throws SQLException {
        List<Rows.Row> sequences = Rows.all("select sequencename as name, coalesce(last_value, 0) as last"
                + " from pg_sequences where schemaname = 'aeo' and sequencename not in"
                + " ('audit_entry_seq', 'search_change_id_seq')");
        // No two things have the same number, so that an answer's echo is told from what it was not asked about.
        long number = NUMBERS;
        for (Rows.Row sequence : sequences) {
            Rows.number("select setval('aeo." + sequence.text("name") + "', ?)", number);
            number += 1000;
        }
        HiddenEnterprise hidden = new HiddenEnterprise();
        hidden.words();
        hidden.rows();
        hidden.doings();
        for (Rows.Row sequence : sequences) {
            Rows.number("select setval('aeo." + sequence.text("name") + "', ?)", Math.max(1, sequence.id("last")));
        }
        return new Marks(Map.copyOf(hidden.values), Map.of("house", house()), List.of(ZH, LATIN));
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
        values.putAll(Map.of(
                "code", "53047ZZZ99",
                "uscc", uscc("91440300MNQWEYTRH"),
                "pinyin", "ziyuqy",
                "phone", "0755-13579864",
                "enquiryNumber", "2026-8880001"));
        return new Marks(Map.copyOf(values), hidden.open(), List.of(UNKNOWN_ZH, UNKNOWN_LATIN));
    }

    /** The number of its unit, which is no secret. */
    static String house() throws SQLException {
        return Long.toString(Units.id("5304"));
    }

    private static String uscc(String first) {
        return first + Uscc.checkCharacter(first);
    }

    private void words() {
        values.putAll(Map.of(
                "nameZh", ZH + "企业",
                "nameEn", LATIN + " Enterprise",
                "pinyin", "liuxiangqy",
                "code", "53047LEAK9",
                "uscc", uscc("91440300MLEAKMRKX"),
                "phone", "0755-86420975",
                "mailAddress", "leakmark.office@mark.test"));
        values.putAll(Map.of(
                "userLogin", USER,
                "person", ZH + "联系人",
                "personMail", "leakmark.person@mark.test",
                "partnerName", ZH + "商会",
                "said", ZH + "谈话内容",
                "taskTitle", ZH + "待办事项",
                "segmentName", ZH + "分组",
                "question", ZH + "咨询标题",
                "enquiryNumber", "2026-7770001"));
    }

    private void rows() throws SQLException {
        Rows.Row house = Rows.one("select id, org_path from unit where code = '5304'");
        Map<String, String> place = Map.of(
                "house",
                house.text("id"),
                "path",
                "'" + house.text("org_path") + "'",
                "day",
                "date '2026-03-02'",
                "training",
                "(select max(id) from training_session where title_zh = '" + LeakWorld.OUT + "')");
        Path directory = TestPostgres.DIRECTORY.resolve(Path.of("files", "cc", "cc"));
        try {
            Files.writeString(Files.createDirectories(directory).resolve("cc".repeat(32)), ZH + "文件内容");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String statement : statements()) {
            String[] named = statement.strip().split("\n", 2);
            String sql = named[1];
            for (Map<String, String> known : List.of(place, values)) {
                for (Map.Entry<String, String> value : known.entrySet()) {
                    sql = sql.replace("{" + value.getKey() + "}", value.getValue());
                }
            }
            values.put(named[0].replace("--", "").strip(), Long.toString(Rows.number(sql)));
        }
    }

    private static List<String> statements() {
        try (InputStream file = HiddenEnterprise.class.getResourceAsStream("/routes/hidden-enterprise.sql")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            // The first paragraph says what this is.
            return Arrays.stream(text.split("\n\n")).skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What leaves traces elsewhere: an import with a refused row, a saved view, an audit entry, a look at the record. */
    private void doings() throws SQLException {
        Caller owner = Caller.signedIn(OWNER);
        long enterprises = imported(
                owner,
                "enterprise",
                "customs_code,name_zh,address_zh\n53047LEAK6," + ZH + "导入企业,\n" + values.get("code") + ","
                        + values.get("nameZh") + "," + ZH + "路二号\n" + LATIN + "-bad," + ZH + "拒收行,\n");
        values.put("import", Long.toString(enterprises));
        values.put("job", Long.toString(Rows.number("select job_id from enterprise_import where id = ?", enterprises)));
        values.put(
                "contactImport",
                Long.toString(imported(
                        owner,
                        "contact",
                        "reference,day,enterprise_code,channel,said\n" + LATIN + "-1,2026-03-03," + values.get("code")
                                + ",VISIT," + ZH + "导入谈话\n" + LATIN + "-2,2026-03-03," + LATIN + ",VISIT,\n")));
        owner.form(
                "/desk/views",
                Map.of("list", "enterprises", "name", ZH + "视图", "query", "q=" + LATIN, "shared", "true"));
        String page = "/desk/enterprises/" + values.get("enterprise");
        owner.form(
                page + "/coordination",
                Map.of("accountId", String.valueOf(values.get("second")), "part", "MEMBER", "reason", ZH + "入组理由"));
        owner.get(page);
        owner.get("/desk/enterprises/export?format=csv&q=" + values.get("code"));
    }

    /** Its number, once it is done. @param kind of which the table is named */
    private static long imported(Caller owner, String kind, String rows) throws SQLException {
        String path = "/api/v1/" + (kind.equals("contact") ? "touchpoints" : "enterprises") + "/imports";
        Reply received = Reply.of(owner.send(
                "POST", path + "?source=" + LATIN + "&name=" + LATIN + ".csv", rows, "Content-Type", "text/csv"));
        Reply started =
                Reply.of(owner.json("POST", path + "/" + received.id() + "/start", "{}", "If-Match", received.etag()));
        if (started.status() != 202) {
            throw new IllegalStateException(started.toString());
        }
        await(kind + "_import", received.id());
        return received.id();
    }

    static void await(String table, long id) throws SQLException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        // An import ends a moment before its job does.
        String ended = "select count(*) from " + table + " i join job j on j.id = i.job_id"
                + " where i.id = ? and i.status = 'DONE' and j.status = 'DONE'";
        while (Rows.number(ended, id) == 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("import " + id + " does not end");
            }
            LockSupport.parkNanos(100_000_000L);
        }
    }
}
