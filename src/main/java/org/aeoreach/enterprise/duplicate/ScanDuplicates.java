package org.aeoreach.enterprise.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.aeoreach.enterprise.duplicate.likeness.Named;
import org.aeoreach.enterprise.duplicate.likeness.NearPairs;
import org.aeoreach.job.JobContext;
import org.aeoreach.job.JobKind;
import org.aeoreach.job.Report;
import org.aeoreach.job.Schedule;
import org.aeoreach.platform.JsonText;
import org.aeoreach.scope.CurrentViewer;

/**
 * Looks for enterprises that are in the registry twice: of the whole registry by night, of the unit of the person who
 * asks at any time. One district after another; names are read by the thousand, and of a district only the keys of its
 * names are held here. Repeated, it finds only new pairs.
 */
@ApplicationScoped
public class ScanDuplicates implements JobKind {

    static final String NAME = "scan-duplicates";

    private static final int NAMES_AT_ONCE = 5000;
    private static final int PAIRS_AT_ONCE = 500;

    private OwnRegistry own;
    private WholeRegistry whole;
    private CurrentViewer viewer;

    @SuppressWarnings("NullAway.Init")
    ScanDuplicates() {}

    @Inject
    ScanDuplicates(OwnRegistry own, WholeRegistry whole, CurrentViewer viewer) {
        this.own = own;
        this.whole = whole;
        this.viewer = viewer;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String titleKey() {
        return "duplicate.scan.title";
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(2, 40));
    }

    @Override
    public void run(JobContext context) {
        Registry registry = viewer.get().isPresent() ? own : whole;
        List<String> districts = registry.districts();
        long found = 0;
        for (int i = 0; i < districts.size(); i++) {
            context.progress(i, districts.size());
            List<Named> names = names(registry, districts.get(i), context);
            found += put(registry, NearPairs.of(names, context::checkpoint), context);
            context.result(
                    JsonText.JSON.createObjectBuilder().add("found", found).build());
        }
        context.progress(districts.size(), districts.size());
    }

    private static List<Named> names(Registry registry, String district, JobContext context) {
        List<Named> all = new ArrayList<>();
        List<Named> next = registry.names(district, "", 0, NAMES_AT_ONCE);
        while (!next.isEmpty()) {
            context.checkpoint();
            all.addAll(next);
            Named last = next.get(next.size() - 1);
            next = registry.names(district, last.path(), last.id(), NAMES_AT_ONCE);
        }
        return all;
    }

    private static long put(Registry registry, List<NearPairs.Pair> pairs, JobContext context) {
        long added = 0;
        for (int from = 0; from < pairs.size(); from += PAIRS_AT_ONCE) {
            context.checkpoint();
            added += registry.suspect(pairs.subList(from, Math.min(pairs.size(), from + PAIRS_AT_ONCE)));
        }
        return added;
    }

    @Override
    public Report report(JsonObject result) {
        String found = Integer.toString(result.getInt("found", 0));
        return new Report(null, List.of(new Report.Fact("duplicate.scan.found", found)), List.of());
    }
}
