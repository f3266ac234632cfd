package org.aeoreach.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.aeoreach.testing.TestProvider;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * Arquillian's way to the server: the launcher's own classes start Payara Micro with the settings, options and
 * environment of production, so that what is tested is what is run. Only the port is any free one.
 */
public final class ReachContainer implements DeployableContainer<ReachContainerSettings> {
    // The name under which the servlet protocol registers its runner.
    private static final String RUNNER = "ArquillianServletRunnerEE9";
    private static final Path PACKAGED = Path.of("target", "test-classes", "server");

    private @Nullable ServerProcess server;

    @Override
    public Class<ReachContainerSettings> getConfigurationClass() {
        return ReachContainerSettings.class;
    }

    @Override
    public void setup(ReachContainerSettings settings) {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        try {
            TestPostgres postgres = TestPostgres.running();
            pack(archive);
            int port = freePort();
            Configuration configuration = configuration(port);
            ServerFiles files = ServerFiles.write(postgres.directory(), configuration.bind());
            server = ServerProcess.start(
                    ServerCommand.line(configuration, files), environment(configuration), postgres.directory());
            new Readiness(configuration.probeHost(), port).await(server, configuration.startTimeout());
            TestServer.started(port);
            HTTPContext context = new HTTPContext("localhost", port).add(new Servlet(RUNNER, "/"));
            return new ProtocolMetaData().addContext(context);
        } catch (IOException | StartFailure e) {
            throw new DeploymentException("the server did not start", e);
        }
    }

    @Override
    public void undeploy(Archive<?> archive) {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** Where the launcher looks for what is packed into the executable jar; another JVM may read it meanwhile. */
    private static void pack(Archive<?> archive) throws IOException {
        Files.createDirectories(PACKAGED);
        Path part = PACKAGED.resolve("part-" + Fork.number());
        if (!Files.exists(PACKAGED.resolve("payara-micro.jar"))) {
            Files.copy(Path.of("target", "server", "payara-micro.jar"), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, PACKAGED.resolve("payara-micro.jar"), StandardCopyOption.ATOMIC_MOVE);
        }
        archive.as(ZipExporter.class).exportTo(part.toFile(), true);
        Files.move(part, PACKAGED.resolve("aeo-reach.war"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Configuration configuration(int port) {
        Options options =
                Options.parse("--port", Integer.toString(port), "--data-dir", TestPostgres.DIRECTORY.toString());
        // A machine that builds and tests for many at once takes its time.
        return Configuration.of(options, new Environment(Map.of("AEO_START_TIMEOUT", "900")));
    }

    private static Map<String, String> environment(Configuration configuration) {
        Map<String, String> all = new TreeMap<>(ServerCommand.environment(
                System.getenv(), configuration, TestPostgres.running().prepared()));
        all.putAll(TestServer.ENVIRONMENT);
        all.putAll(TestProvider.running().environment());
        return all;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
