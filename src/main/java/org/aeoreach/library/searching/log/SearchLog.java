package org.aeoreach.library.searching.log;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.SystemDatabase;
import org.aeoreach.platform.Tick;

/**
 * Counts what is looked for. What was counted since the last turn is lost when the process is killed; these are
 * statistics, and no search waits for the database.
 */
@ApplicationScoped
public class SearchLog implements Tick {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Different words between two turns; more are not counted. */
    private static final int MOST = 5_000;

    @Inject
    private SystemDatabase database;

    private final Object lock = new Object();
    private Map<Asked, Count> counts = new HashMap<>();

    private record Asked(String language, String words) {}

    private record Count(int searches, int shown, int found, int opened, long places) {

        static final Count NONE = new Count(0, 0, 0, 0, 0);

        Count searched(boolean onPage, long documents) {
            int known = (int) Math.min(documents, Integer.MAX_VALUE);
            return new Count(searches + 1, shown + (onPage ? 1 : 0), known, opened, places);
        }

        Count opened(int place) {
            return new Count(searches, shown, found, opened + 1, places + place);
        }
    }

    /** Where an answer was shown. */
    public enum Way {
        /** On the page, where a document can be opened. */
        PAGE,
        REST
    }

    /** Somebody looked for words. @param documents found in all */
    public void searched(Language language, String typed, Way way, long documents) {
        count(language, typed, count -> count.searched(way == Way.PAGE, documents));
    }

    /** Somebody opened a document found. @param place in the list, the first is 1 */
    public void opened(Language language, String typed, int place) {
        count(language, typed, count -> count.opened(place));
    }

    private void count(Language language, String typed, java.util.function.UnaryOperator<Count> change) {
        Asked asked = new Asked(language.code(), AskedWords.of(typed));
        synchronized (lock) {
            if (!asked.words().isEmpty() && (counts.size() < MOST || counts.containsKey(asked))) {
                counts.put(asked, change.apply(counts.getOrDefault(asked, Count.NONE)));
            }
        }
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        Map<Asked, Count> taken;
        synchronized (lock) {
            taken = counts;
            counts = new HashMap<>();
        }
        if (!taken.isEmpty()) {
            database.list("select library_searched(?::jsonb)::text", row -> 0, json(taken));
        }
    }

    private static String json(Map<Asked, Count> counts) {
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        counts.forEach((asked, count) -> all.add(JsonText.JSON
                .createObjectBuilder()
                .add("language", asked.language())
                .add("words", asked.words())
                .add("searches", count.searches())
                .add("shown", count.shown())
                .add("found", count.found())
                .add("opened", count.opened())
                .add("places", count.places())));
        return all.build().toString();
    }

    @PreDestroy
    void close() {
        try {
            run();
        } catch (RuntimeException e) {
            System.getLogger(SearchLog.class.getName())
                    .log(System.Logger.Level.DEBUG, "The last counts are not kept", e);
        }
    }
}
