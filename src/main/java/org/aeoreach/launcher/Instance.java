package org.aeoreach.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One running AEO Reach, from the lock on its data directory to the moment it ends. */
final class Instance {
    private static final Log LOG = new Log(Instance.class);

    private final Configuration configuration;
    private final Map<String, String> variables;
    private final Shutdown shutdown;
    private final CompletableFuture<StartFailure> loss = new CompletableFuture<>();

    Instance(Configuration configuration, Map<String, String> variables, Shutdown shutdown) {
        this.configuration = configuration;
        this.variables = variables;
        this.shutdown = shutdown;
    }

    /** Returns only by an exception: the instance runs until it is stopped or something it needs is lost. */
    void run() {
        DataDirectory directory = DataDirectory.open(configuration.dataDirectory());
        shutdown.add(() -> close(directory));
        LOG.info(Sentence.of("Data directory %s", "数据目录 %s", directory.root()));
        ServerProcess.stopOrphan(directory);
        HttpPort.requireFree(configuration.bind(), configuration.port());
        PreparedDatabase database = database(directory);
        ServerProcess server = server(directory, database);
        new Readiness(configuration.probeHost(), configuration.port()).await(server, configuration.startTimeout());
        if (configuration.demo()) {
            DemoPolicies.load(database);
            DemoEnquiries.load(database);
        }
        sayReady();
        watch(server);
    }

    private PreparedDatabase database(DataDirectory directory) {
        if (configuration.external().isPresent()) {
            ExternalDatabase external = configuration.external().get();
            LOG.info(Sentence.of(
                    "Using the database at %s", "使用数据库 %s", external.database().server()));
            return new Preparation(external.database(), configuration.demo(), configuration.newSetupCode())
                    .run(external);
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.prepare(directory, configuration.rootMode(), loss::complete);
        shutdown.add(() -> stop(postgres));
        postgres.start();
        return new Preparation(postgres.database(), configuration.demo(), configuration.newSetupCode())
                .runAsAdministrator(postgres.superuser());
    }

    private ServerProcess server(DataDirectory directory, PreparedDatabase database) {
        LOG.info(Sentence.of("Starting the application server", "正在启动应用服务器"));
        ServerFiles files = ServerFiles.write(directory, configuration.bind());
        ServerProcess server = ServerProcess.start(
                ServerCommand.line(configuration, files),
                ServerCommand.environment(variables, configuration, database),
                directory);
        shutdown.add(() -> stop(server));
        return server;
    }

    private void sayReady() {
        String address = configuration.baseUrl().replaceAll("/+$", "");
        if (configuration.demo()) {
            LOG.info(Sentence.of(
                    "AEO Reach is ready at %s/ – demo accounts are listed at %1$s/sign-in",
                    "AEO Reach 已就绪：%s/ – 演示账号见 %1$s/sign-in", address));
        } else {
            LOG.info(Sentence.of("AEO Reach is ready at %s/", "AEO Reach 已就绪：%s/", address));
        }
    }

    private void watch(ServerProcess server) {
        CompletableFuture<StartFailure> end = server.onExit().thenApply(process -> died(server, process.exitValue()));
        try {
            throw end.applyToEither(loss, failure -> failure).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("waiting for the end failed", e);
        }
    }

    private static StartFailure died(ServerProcess server, int exit) {
        return new StartFailure(
                ExitCode.SERVER_DIED,
                Sentence.of(
                        "The application server ended by itself with exit code %d (%s); PostgreSQL was stopped in order.",
                        "应用服务器意外退出，退出码 %d（%s）；PostgreSQL 已正常停止。",
                        exit,
                        server.output().decisiveError().orElse("-")));
    }

    private static void stop(ServerProcess server) {
        LOG.info(Sentence.of("Stopping: requests in flight may finish", "正在停止：等待处理中的请求完成"));
        server.stop();
    }

    private static void stop(EmbeddedPostgres postgres) {
        LOG.info(Sentence.of("Stopping PostgreSQL", "正在停止 PostgreSQL"));
        postgres.stop();
    }

    private static void close(DataDirectory directory) {
        try {
            directory.close();
            LOG.info(Sentence.of("Stopped", "已停止"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
