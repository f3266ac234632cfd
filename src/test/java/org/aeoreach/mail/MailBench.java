package org.aeoreach.mail;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.aeoreach.launcher.TestPostgres;
import org.aeoreach.mail.MailSettings.Tls;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.SystemDatabase;
import org.junit.jupiter.api.Test;

/**
 * How many mails a second leave, and where the time goes: the server alone, the database alone, both. The server is one
 * on this machine that takes everything; the database commits each mail with fsync. Run with {@code mvn -Pbench
 * pre-integration-test -Dtest=MailBench}.
 */
class MailBench {

    private static final int MAILS = 4_000;
    private static final int BATCH = 20;

    private final List<String> table = new ArrayList<>();

    @Test
    void measure() throws Exception {
        OutboxRows.clear();
        try (ScriptedSmtp smtp = new ScriptedSmtp(null)) {
            MailSettings settings = DeliverMailIT.settings(smtp.port(), Tls.NONE);
            all(settings, 1);
            row("what", "mails/s", "ms each", "load");
            row("---", "---", "---", "---");
            report("server alone, one connection", () -> serverAlone(settings));
            report("database alone: claim and note each", this::databaseAlone);
            report("one node", () -> all(settings, 1));
            report("two nodes", () -> all(settings, 2));
            report("one node", () -> all(settings, 1));
        } finally {
            OutboxRows.clear();
        }
        String text = String.join("\n", table) + "\n";
        Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(Path.of("target", "bench", "mail.md"), text);
        System.out.println(text);
    }

    private static void fill() throws Exception {
        OutboxRows.clear();
        OutboxRows.update(
                "insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text,"
                        + " body_html, org_path) select '<' || gen_random_uuid() || '@reach.example>', 'campaign-mailing', 'zh',"
                        + " 'person' || i || '@d' || i % 40 || '.example', '梁晓川', '关于高级认证企业标准的通知', repeat('您好，请看。', 60),"
                        + " repeat('<p>您好，请看。</p>', 60), '0000.' from generate_series(1, " + MAILS + ") i");
        OutboxRows.update("update mail_control set per_second = 10000, per_domain = 10000");
        OutboxRows.update("analyze mail");
    }

    /** A connection for each thread that stays open, as the server's pool keeps them. */
    private static MailQueue queue(String name) {
        ThreadLocal<Connection> kept = new ThreadLocal<>();
        DataSource source = (DataSource) Proxy.newProxyInstance(
                MailBench.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, none) -> {
                    if (kept.get() == null) {
                        kept.set((Connection) open());
                    }
                    return kept.get();
                });
        return new MailQueue(new SystemDatabase(source), name);
    }

    private static Object open() throws Exception {
        Connection real = TestPostgres.running().jobs();
        return Proxy.newProxyInstance(
                MailBench.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(real, arguments));
    }

    private static Object all(MailSettings settings, int nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Object>> workers = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                DeliverMail worker = new DeliverMail(settings, queue("node" + i), new Messages(), Clock.systemUTC());
                workers.add(Executors.callable(worker::run));
            }
            for (var each : threads.invokeAll(workers)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        return nodes;
    }

    private static Object serverAlone(MailSettings settings) throws Exception {
        MailQueue queue = queue("server");
        List<QueuedMail> some = queue.claim(BATCH, Duration.ofMinutes(5));
        try (SmtpConnection connection = SmtpConnection.open(settings)) {
            for (int i = 0; i < MAILS; i++) {
                connection.send(some.get(i % some.size()), "AEO Reach");
            }
        }
        return some;
    }

    private Object databaseAlone() {
        MailQueue queue = queue("database");
        for (int done = 0; done < MAILS; ) {
            List<QueuedMail> some = queue.claim(BATCH, Duration.ofMinutes(5));
            some.forEach(queue::sent);
            done += some.size();
        }
        return queue;
    }

    private void report(String what, Callable<?> work) throws Exception {
        fill();
        long start = System.nanoTime();
        work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        row(what, "%.0f".formatted(MAILS / seconds), "%.2f".formatted(1000 * seconds / MAILS), "%.1f".formatted(load));
    }

    private void row(String... cells) {
        table.add("| " + String.join(" | ", cells) + " |");
    }
}
