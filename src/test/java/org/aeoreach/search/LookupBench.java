package org.aeoreach.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.enterprise.lookup.EnterpriseNames;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.platform.Rows;
import org.aeoreach.search.text.Tiers;
import org.aeoreach.testing.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Finding one of 1.14 million enterprises with invented names: time to make the index, its size, and for each way of
 * typing the time of a search with its rows read again under row-level security, as a picker does. The baseline is the
 * part of a name looked for by ILIKE. Run with {@code mvn -Pbench pre-integration-test -Dtest=LookupBench}.
 */
class LookupBench {

    private static final int ROWS = Integer.getInteger("rows", 1_140_000);
    private static final int TIMES = 400;
    private static final int LIMIT = 21;
    private static final String READ = "select e.id, e.customs_code, e.name_zh, e.name_en, n.zh from enterprise e"
            + " join unit_name n on n.unit_id = e.unit_id and n.valid_to is null"
            + " where e.id = any(string_to_array(?, ',')::bigint[]) and e.merged_into is null";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<String> table = new ArrayList<>();
    private final Random random = new Random(17);

    /** A name to be looked for. */
    private record Sample(long id, String zh, String en, String code, String uscc, String initials, String pinyin) {}

    @Test
    void measure(@TempDir Path home) throws Exception {
        long start = System.nanoTime();
        fill();
        table.add("| rows with triggers written | %.1f s |".formatted(seconds(start)));
        Keeper keeper = new Keeper(new ChangeFeed(Sources.jobs()), new EnterpriseNames(), home, Clock.systemUTC());
        start = System.nanoTime();
        keeper.turn();
        table.add("| index made | %.1f s |".formatted(seconds(start)));
        table.add("| index on disk | %.0f MB |".formatted(size(home) / 1e6));
        List<Sample> samples = samples();
        try (Connection connection = TestPostgres.running().application()) {
            connection.setAutoCommit(false);
            for (String path : List.of("0000.", "0000.5300.", "0000.5300.5304.")) {
                scope(connection, path);
                List<Sample> inside = path.equals("0000.") ? samples : samples.subList(0, 200);
                searches(keeper, connection, path, inside);
                connection.commit();
            }
            scope(connection, "0000.");
            baseline(connection, samples);
        }
        start = System.nanoTime();
        change();
        keeper.turn();
        table.add("| 10,000 rows changed and taken in | %.1f s |".formatted(seconds(start)));
        keeper.close();
        print();
    }

    private void searches(Keeper keeper, Connection connection, String path, List<Sample> samples) throws SQLException {
        time("2 characters", keeper, connection, path, samples, s -> part(s.zh(), 2));
        time("3 characters", keeper, connection, path, samples, s -> part(s.zh(), 3));
        time("6 characters", keeper, connection, path, samples, s -> part(s.zh(), 6));
        time("first 4 characters", keeper, connection, path, samples, s -> s.zh().substring(0, 4));
        time("whole name", keeper, connection, path, samples, Sample::zh);
        time("有限公司", keeper, connection, path, samples, s -> "有限公司");
        time("4 initials", keeper, connection, path, samples, s -> part(s.initials(), 4));
        time("two syllables", keeper, connection, path, samples, Sample::pinyin);
        time("5 letters of English", keeper, connection, path, samples, s -> s.en().substring(0, 5));
        time("5 digits of the code", keeper, connection, path, samples, s -> s.code()
                .substring(0, 5));
        time("12 characters of the credit code", keeper, connection, path, samples, s -> s.uscc()
                .substring(0, 12));
        time("one wrong character in 6", keeper, connection, path, samples, s -> wrong(part(s.zh(), 6)));
        time("one wrong letter in pinyin", keeper, connection, path, samples, s -> wrongLetter(s.pinyin()));
    }

    private String part(String text, int length) {
        int from = random.nextInt(Math.max(1, text.length() - length + 1));
        return text.substring(from, Math.min(text.length(), from + length));
    }

    private static String wrong(String text) {
        return text.substring(0, 3) + "齉" + text.substring(4);
    }

    private static String wrongLetter(String text) {
        return text.substring(0, 2) + "q" + text.substring(3);
    }

    private void time(
            String what,
            Keeper keeper,
            Connection connection,
            String path,
            List<Sample> samples,
            Function<Sample, String> typed)
            throws SQLException {
        double[] times = new double[TIMES];
        long cpu = 0;
        int found = 0;
        for (int i = -50; i < TIMES; i++) {
            Sample sample = samples.get(Math.floorMod(i, samples.size()));
            String text = typed.apply(sample);
            long used = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            List<Long> ids = keeper.find(Tiers.of(text), new Search(EnterpriseNames.KIND, text, path, LIMIT))
                    .orElseThrow()
                    .ids();
            long searched = THREADS.getCurrentThreadCpuTime() - used;
            read(connection, ids);
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e6;
                cpu += searched;
                found += ids.size();
            }
        }
        Arrays.sort(times);
        table.add("| %s, %s | %.2f / %.2f / %.2f ms; search alone %.2f ms CPU; %.1f found |"
                .formatted(
                        path,
                        what,
                        times[TIMES / 2],
                        times[TIMES * 95 / 100],
                        times[TIMES - 1],
                        cpu / 1e6 / TIMES,
                        found / (double) TIMES));
    }

    private static void read(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
            Rows.list(query, row -> row);
        }
    }

    private void baseline(Connection connection, List<Sample> samples) throws SQLException {
        double[] times = new double[5];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            try (PreparedStatement query = connection.prepareStatement(
                    "select id from enterprise where name_zh ilike ? order by name_zh, id limit 21")) {
                query.setString(1, "%" + part(samples.get(i).zh(), 3) + "%");
                Rows.list(query, row -> row);
            }
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        table.add("| baseline: 3 characters by ILIKE | %.0f ms |".formatted(times[2]));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long size(Path home) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void scope(Connection connection, String path) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.lo', '" + path + "', false), set_config('app.hi', '"
                    + path.substring(0, path.length() - 1) + "/', false)");
            connection.commit();
        }
    }

    private static void change() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "update enterprise set name_en = name_en || ' Group' where id between 10000000 and 10009999");
        }
    }

    /** Names of a city, two or three characters, a trade and a legal form, as most names of firms are made. */
    private static void fill() throws SQLException {
        try (Connection owner = TestPostgres.running().owner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    with u as (select array_agg(id order by code) ids, array_agg(org_path order by code) paths,
                                      array_agg(code order by code) codes from unit where kind = 'HOUSE'),
                    w as (select array['深圳市','广州市','上海','北京','天津市','宁波','厦门','青岛','苏州','杭州','成都','重庆','武汉','东莞市','佛山市'] c,
                                 array['电子','纺织','机械','国际贸易','供应链管理','食品','化工','五金制品','物流','科技','进出口','生物科技','家具','新能源','医疗器械'] t,
                                 array['有限公司','有限责任公司','股份有限公司','集团有限公司'] f,
                                 string_to_array(repeat('华强新海天宇达通兴盛丰泰瑞祥和美佳诚信德隆昌源鑫金龙凤凯旋飞跃博远恒安康健明光星辰云峰山河江湖春秋东方南北西中正元亨利贞福禄寿喜顺吉庆嘉欣荣贵雅文武英杰豪俊贤良智慧仁义礼廉忠孝勇毅刚强柔静清风雨雷电雪霜松柏竹梅兰菊荷桂', 1), null) b,
                                 array['Shenzhen','Guangzhou','Shanghai','Beijing','Tianjin','Ningbo','Xiamen','Qingdao','Suzhou','Hangzhou','Chengdu','Chongqing','Wuhan','Dongguan','Foshan'] ce,
                                 array['Electronics','Textile','Machinery','International Trade','Supply Chain','Food','Chemical','Hardware','Logistics','Technology','Import Export','Biotech','Furniture','New Energy','Medical'] te)
                    insert into enterprise (id, name_zh, name_en, unit_id, org_path, customs_code, uscc, grade, grade_since, source)
                    select 10000000 + i, c[1 + i %% 15] || b[1 + h %% l] || b[1 + h / 997 %% l]
                               || case when i %% 3 > 0 then b[1 + h / 7919 %% l] else '' end || t[1 + h / 31 %% 15] || f[1 + i %% 7 %% 4],
                           case when h / 17 %% 2 = 0 then ce[1 + i %% 15] || ' ' || chr(65 + h %% 26) || chr(97 + h / 3 %% 26) || chr(97 + h / 5 %% 26)
                               || chr(97 + h / 11 %% 26) || chr(97 + h / 13 %% 26) || ' ' || te[1 + h / 31 %% 15] || ' Co., Ltd.' end,
                           ids[n], paths[n], codes[n] || lpad((i / m)::text, 6, '0'),
                           '91' || lpad((h %% 999999)::text, 6, '0') || lpad(i::text, 10, '0'),
                           case when i %% 200 = 0 then 'ACE' else 'REGULAR' end, date '2026-04-01', 'bench'
                    from generate_series(1, %d) i, u, w, lateral (select cardinality(ids) m, cardinality(b) l,
                             hashint4(i) & 2147483647 h) k, lateral (select 1 + (i * 7919::bigint %% m)::int n) q
                    """.formatted(ROWS));
            statement.execute("vacuum analyze enterprise");
        }
    }

    /** 200 of the house 5304, then 200 of anywhere. */
    private static List<Sample> samples() throws SQLException {
        List<Sample> samples = new ArrayList<>();
        try (Connection owner = TestPostgres.running().owner()) {
            for (String where : List.of("org_path = '0000.5300.5304.'", "true")) {
                try (PreparedStatement query = owner.prepareStatement("select id, name_zh, name_en, customs_code, uscc"
                        + " from enterprise where source = 'bench' and name_en is not null and " + where
                        + " order by hashint8(id) limit 200")) {
                    samples.addAll(Rows.list(query, LookupBench::sample));
                }
            }
        }
        return samples;
    }

    private static Sample sample(Rows.Row row) {
        String[] letters = {"hqdz", "xhtw", "ydtx", "szsh", "dzyx", "gjmy"};
        String[] syllables = {"huaqiang", "xinhai", "dianzi", "shenzhen", "jixie", "longfeng"};
        int n = (int) (row.id(0) % 6);
        return new Sample(row.id(0), row.text(1), row.text(2), row.text(3), row.text(4), letters[n], syllables[n]);
    }

    private void print() throws java.io.IOException {
        String text =
                "%d enterprises, Java %s, %d cores, load %.1f; median / 95 %% / slowest of %d, rows read included\n\n| what | |\n|---|---|\n%s\n"
                        .formatted(
                                ROWS,
                                System.getProperty("java.version"),
                                Runtime.getRuntime().availableProcessors(),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                TIMES,
                                String.join("\n", table));
        Files.createDirectories(Path.of("target/bench"));
        Files.writeString(Path.of("target/bench/lookup.md"), text);
        System.out.println(text);
    }
}
