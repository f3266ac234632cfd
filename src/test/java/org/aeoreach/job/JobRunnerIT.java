package org.aeoreach.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.testing.Sources;
import org.aeoreach.web.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The machinery of jobs on the real database; nodes are runners with a name each, ticked by hand. */
class JobRunnerIT {

    /** No machine is so slow that one ends by itself; where one has to end, it is ended by hand. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final String kind = "test-" + UUID.randomUUID();
    private final JobQueue queue = new JobQueue(Sources.jobs());
    private final CurrentViewer viewer = new CurrentViewer();
    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool();

    @AfterEach
    void forget() {
        threads.shutdownNow();
        TestJob.change("delete from job where kind = '" + kind + "'");
    }

    /** What a job of the test does. */
    interface Body {
        void run(JobContext context) throws Exception;
    }

    private record Kind(String name, Body body, Schedule schedule) implements JobKind {
        @Override
        public String titleKey() {
            return name;
        }

        @Override
        public void run(JobContext context) throws Exception {
            body.run(context);
        }
    }

    private JobKinds kinds(Body body) {
        return new JobKinds(List.of(new Kind(kind, body, Schedule.every(Duration.ofDays(1)))));
    }

    private JobRunner node(String name, Body body) {
        JobKinds kinds = kinds(body);
        JobWork work = new JobWork(queue, kinds, viewer, Clock.systemUTC());
        return new JobRunner(queue, work, threads, new JobRunner.Settings(name, 2, LEASE, kinds));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2_400 && !condition.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** As if its node had been silent for a lease, or its pause were over. */
    private static void runOut(long job) {
        TestJob.change("update job set claimed_until = now() - interval '1 second' where id = " + job);
    }

    private static void awaitStatus(long job, String status) throws InterruptedException {
        await(() -> TestJob.of(job).status().equals(status));
    }

    private long enter() {
        return TestJob.enter(kind, "pudong.officer");
    }

    @Test
    void runsEachSlotOnceWhateverTheNumberOfNodes() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        JobKinds kinds = kinds(context -> runs.incrementAndGet());
        Callable<Object> schedule = Executors.callable(() -> {
            for (int i = 0; i < 10; i++) {
                new JobSchedule(queue, kinds).run();
            }
        });
        threads.invokeAll(List.of(schedule, schedule, schedule, schedule));
        assertThat(TestJob.count(kind)).isEqualTo(1);

        JobRunner one = node("one", context -> runs.incrementAndGet());
        JobRunner two = node("two", context -> runs.incrementAndGet());
        Callable<Object> first = Executors.callable(one::run);
        Callable<Object> second = Executors.callable(two::run);
        threads.invokeAll(List.of(first, second, first, second));
        await(() -> TestJob.number("select count(*) from job where kind = '" + kind + "' and status = 'DONE'") == 1);
        new JobSchedule(queue, kinds).run();
        one.run();
        assertThat(runs).hasValue(1);
        assertThat(TestJob.count(kind)).isEqualTo(1);
    }

    @Test
    void putsOneSlotInTheQueueForAllThatWereMissed() {
        assertThat(queue.fill(kind, queue.now().minusSeconds(86_400))).isTrue();
        assertThat(queue.fill(kind, queue.now())).isFalse();
    }

    @Test
    void takesOverTheJobOfANodeThatWasKilledAndFinishesItOnce() throws Exception {
        CountDownLatch dead = new CountDownLatch(1);
        CountDownLatch woke = new CountDownLatch(1);
        JobRunner killed = node("killed", context -> {
            dead.await();
            context.result(Json.createObjectBuilder().add("by", "killed").build());
            woke.countDown();
        });
        JobRunner other = node(
                "other",
                context -> context.result(
                        Json.createObjectBuilder().add("by", "other").build()));
        long job = enter();
        killed.run();
        other.run();
        assertThat(TestJob.of(job).attempts()).isEqualTo(1);

        runOut(job);
        other.run();
        awaitStatus(job, "DONE");
        dead.countDown();
        assertThat(woke.await(1, TimeUnit.MINUTES)).isTrue();
        await(() -> threads.getActiveCount() == 0);
        assertThat(TestJob.of(job).attempts()).isEqualTo(2);
        assertThat(TestJob.of(job).result()).contains("other");
    }

    @Test
    void stopsTheWorkOfANodeThatLostItsLease() throws Exception {
        AtomicReference<String> end = new AtomicReference<>("");
        JobRunner slow = node("slow", context -> {
            try {
                while (true) {
                    context.checkpoint();
                    Thread.sleep(20);
                }
            } catch (JobContext.Stopped stopped) {
                end.set(stopped.reason.name());
                throw stopped;
            }
        });
        long job = enter();
        slow.run();
        runOut(job);
        node("other", context -> {}).run();
        slow.run();
        await(() -> "TAKEN_OVER".equals(end.get()));
        awaitStatus(job, "DONE");
    }

    @Test
    void renewsTheLeaseAndStoresProgressWhileAtWork() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        JobRunner node = node("node", context -> {
            context.progress(3, 7);
            told.countDown();
            end.await();
        });
        long job = enter();
        node.run();
        assertThat(told.await(1, TimeUnit.MINUTES)).isTrue();
        TestJob.change("update job set claimed_until = now() + interval '1 minute' where id = " + job);
        node.run();
        assertThat(TestJob.number(
                        "select count(*) from job where claimed_until > now() + interval '5 minutes' and id = " + job))
                .as("the whole lease again")
                .isEqualTo(1);
        node("thief", context -> {}).run();
        assertThat(TestJob.of(job).attempts()).isEqualTo(1);
        assertThat(TestJob.number("select done * 10 + total from job where id = " + job))
                .isEqualTo(37);
        end.countDown();
        awaitStatus(job, "DONE");
    }

    @Test
    void givesUpAJobThatThreeNodesWereLostWith() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long job = enter();
        for (int i = 0; i < 3; i++) {
            node("node" + i, context -> never.await()).run();
            assertThat(TestJob.of(job).attempts()).isEqualTo(i + 1);
            runOut(job);
        }
        node("last", context -> {}).run();
        assertThat(TestJob.of(job).status()).isEqualTo("FAILED");
        assertThat(TestJob.of(job).error()).isEqualTo("job.error.abandoned");
    }

    @Test
    void cancelsAJobAtWork() throws Exception {
        JobRunner node = node("node", context -> {
            while (true) {
                context.checkpoint();
                Thread.sleep(20);
            }
        });
        long job = enter();
        node.run();
        awaitStatus(job, "RUNNING");
        TestJob.change("update job set cancel_requested = true where id = " + job);
        node.run();
        awaitStatus(job, "CANCELLED");
    }

    @Test
    void cancelsAJobThatHasNotBegun() {
        long job = enter();
        TestJob.change("update job set cancel_requested = true where id = " + job);
        node("node", context -> {}).run();
        assertThat(TestJob.of(job).status()).isEqualTo("CANCELLED");
        assertThat(TestJob.of(job).attempts()).isZero();
    }

    @Test
    void runsUnderTheScopeOfWhoStartedIt() throws Exception {
        AtomicReference<Viewer> seen = new AtomicReference<>();
        long job = enter();
        node("node", context -> seen.set(viewer.require())).run();
        awaitStatus(job, "DONE");
        Viewer person = Objects.requireNonNull(seen.get());
        assertThat(person.login()).isEqualTo("pudong.officer");
        assertThat(person.orgPath()).isEqualTo("0000.2200.2210.");
    }

    @Test
    void failsClearlyWhenTheRoleIsGone() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        long job = TestJob.enter(kind, "textiles.user");
        String role = " where account_id = (select id from account where login = 'textiles.user')";
        TestJob.change("update role_assignment set valid_to = china_day() - 2" + role);
        try {
            node("node", context -> runs.incrementAndGet()).run();
            awaitStatus(job, "FAILED");
        } finally {
            TestJob.change("update role_assignment set valid_to = null" + role);
        }
        assertThat(TestJob.of(job).error()).isEqualTo("job.error.role-gone");
        assertThat(runs).hasValue(0);
    }

    @Test
    void stopsAtWorkWhenTheRoleIsGone() throws Exception {
        long job = TestJob.enter(kind, "textiles.user");
        JobRunner node = node("node", context -> {
            while (true) {
                context.checkpoint();
                Thread.sleep(20);
            }
        });
        node.run();
        awaitStatus(job, "RUNNING");
        TestJob.change("update account set suspended_at = now() where login = 'textiles.user'");
        try {
            node.run();
            awaitStatus(job, "FAILED");
        } finally {
            TestJob.change("update account set suspended_at = null where login = 'textiles.user'");
        }
        assertThat(TestJob.of(job).error()).isEqualTo("job.error.role-gone");
    }

    @Test
    void letsGoWhenTheServerStops() throws Exception {
        JobRunner node = node("node", context -> {
            context.result(Json.createObjectBuilder().add("rows", 5).build());
            while (true) {
                context.checkpoint();
                Thread.sleep(20);
            }
        });
        long job = enter();
        node.run();
        awaitStatus(job, "RUNNING");
        node.stop();
        assertThat(TestJob.of(job).status()).isEqualTo("WAITING");
        assertThat(TestJob.of(job).attempts()).isZero();

        AtomicReference<String> earlier = new AtomicReference<>("");
        node("next", context -> earlier.set(context.earlier().orElseThrow().toString()))
                .run();
        awaitStatus(job, "DONE");
        assertThat(earlier.get()).contains("5");
    }

    @Test
    void triesAgainWhenTheFaultPasses() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        JobRunner node = node("node", context -> {
            if (runs.incrementAndGet() == 1) {
                throw new Unavailable("web.problem.database-away", 600);
            }
        });
        long job = enter();
        node.run();
        awaitStatus(job, "WAITING");
        node.run();
        assertThat(runs).hasValue(1);
        runOut(job);
        node.run();
        awaitStatus(job, "DONE");
        assertThat(runs).hasValue(2);
    }

    @Test
    void keepsTheNumberOfAnIncidentAndNothingOfItsCause() throws Exception {
        long job = enter();
        node("node", context -> {
                    throw new IllegalStateException("inner detail");
                })
                .run();
        awaitStatus(job, "FAILED");
        assertThat(TestJob.of(job).error()).isEqualTo("web.problem.incident.detail");
        assertThat(TestJob.of(job).arguments().getValuesAs(JsonString::getString))
                .containsExactly("job-%08d".formatted(job));
    }

    @Test
    void runsNoMoreThanTwoAtATime() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        JobRunner node = node("node", context -> {
            atWork.incrementAndGet();
            end.await();
        });
        long last = 0;
        for (int i = 0; i < 3; i++) {
            last = enter();
        }
        node.run();
        await(() -> atWork.get() == 2);
        node.run();
        assertThat(TestJob.of(last).status()).isEqualTo("WAITING");
        end.countDown();
        await(() -> TestJob.number("select count(*) from job where kind = '" + kind + "' and status = 'DONE'") == 2);
        node.run();
        awaitStatus(last, "DONE");
    }
}
