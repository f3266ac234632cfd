package org.aeoreach.search;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aeoreach.platform.Configuration;
import org.aeoreach.platform.Tick;
import org.aeoreach.search.text.Similar;
import org.aeoreach.search.text.Tiers;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NativeFSLockFactory;
import org.jspecify.annotations.Nullable;

/** Asks the indexes of this node, and keeps them. */
@ApplicationScoped
public class Searches implements Tick {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    private ChangeFeed feed;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<Indexed> sources;

    private final Map<String, Keeper> keepers = new ConcurrentHashMap<>();
    private @Nullable Lock lock;

    /** What is found of a kind; empty while this node has no index of it, which is being made then. */
    public Optional<Found> find(Search search) {
        Keeper keeper = keepers.get(search.kind());
        return keeper == null ? Optional.empty() : keeper.find(Tiers.of(search.text()), search);
    }

    /** Records with names that share much with the text, the most first: candidates for a rule, not hits to show. */
    public Optional<Found> similar(Search search) {
        Keeper keeper = keepers.get(search.kind());
        return keeper == null ? Optional.empty() : keeper.similar(Similar.of(search.text()), search);
    }

    /** Whether this node has an index of the kind just now. */
    public boolean ready(String kind) {
        Keeper keeper = keepers.get(kind);
        return keeper != null && keeper.state() == Keeper.State.READY;
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() throws IOException {
        Path home = home();
        claim(home);
        for (Indexed source : sources) {
            keepers.computeIfAbsent(source.kind(), kind -> new Keeper(feed, source, home, clock))
                    .turn();
        }
    }

    private Path home() {
        return Path.of(configuration.text("aeo.search.dir", configuration.text("aeo.data.dir", ".") + "/search"));
    }

    /** Two nodes that write to one directory would destroy each other's index: the second one goes without. */
    private synchronized void claim(Path home) throws IOException {
        if (lock == null) {
            Files.createDirectories(home);
            lock = FSDirectory.open(home, NativeFSLockFactory.INSTANCE).obtainLock("node.lock");
        }
    }

    @PreDestroy
    synchronized void close() {
        keepers.values().forEach(Keeper::close);
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            System.getLogger(Searches.class.getName())
                    .log(System.Logger.Level.DEBUG, "The lock ends with the process", e);
        }
    }
}
