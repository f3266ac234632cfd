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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    private static final System.Logger LOG = System.getLogger(Searches.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    private ChangeFeed feed;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<Source> sources;

    private final Map<String, Keeper> keepers = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Object oneAtATime = new Object();
    private final ExecutorService turns = Executors.newCachedThreadPool(Searches::thread);
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

    /** An answer from the index of a kind; empty while this node has none, which is being made then. */
    public <T> Optional<T> ask(String kind, Ask<T> question) {
        Keeper keeper = keepers.get(kind);
        return keeper == null ? Optional.empty() : keeper.ask(question);
    }

    /** How the index of a kind stands on this node. */
    public IndexState state(String kind) {
        Keeper keeper = keepers.get(kind);
        return keeper == null ? IndexState.unknown(kind) : keeper.state();
    }

    /** The same of all kinds, by their names. */
    public List<IndexState> states() {
        return sources.stream()
                .map(source -> state(source.kind()))
                .sorted(Comparator.comparing(IndexState::kind))
                .toList();
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    /** Each kind has a turn of its own, so that one that is made again does not hold up the others. */
    @Override
    public void run() throws IOException {
        Path home = home();
        claim(home);
        for (Source source : sources) {
            Keeper keeper =
                    keepers.computeIfAbsent(source.kind(), kind -> new Keeper(feed, source, home, clock, oneAtATime));
            if (busy.add(source.kind())) {
                turns.execute(() -> turn(source.kind(), keeper));
            }
        }
    }

    private void turn(String kind, Keeper keeper) {
        try {
            keeper.turn();
        } catch (IndexBuild.Interrupted stopped) {
            LOG.log(System.Logger.Level.DEBUG, "The node stops", stopped);
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "The search index " + kind + " is tried again", failed);
        } finally {
            busy.remove(kind);
        }
    }

    private static Thread thread(Runnable turn) {
        Thread thread = new Thread(turn, "search");
        thread.setDaemon(true);
        return thread;
    }

    private Path home() {
        return Path.of(configuration.text("aeo.search.dir", configuration.text("aeo.data.dir", ".") + "/search"));
    }

    /** Two nodes that write to one directory would destroy each other's index: the second one goes without. */
    private synchronized void claim(Path home) throws IOException {
        if (lock == null) {
            Files.createDirectories(home);
            // Here, since only threads of the server's find the database the first time it is asked for.
            feed.horizon();
            lock = FSDirectory.open(home, NativeFSLockFactory.INSTANCE).obtainLock("node.lock");
        }
    }

    @PreDestroy
    synchronized void close() {
        turns.shutdown();
        keepers.values().forEach(Keeper::stop);
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
