package org.aeoreach.routes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests about training, of all its rooms. */
final class OfTraining {

    private OfTraining() {}

    static Map<String, Samples.Sample> samples() {
        Map<String, Samples.Sample> all = new TreeMap<>();
        List.of(
                        VenueSamples.ALL,
                        TrainingSamples.ALL,
                        SessionSamples.ALL,
                        OutcomeSamples.ALL,
                        ConferenceSamples.ALL,
                        AfterSamples.ALL,
                        DaySamples.ALL,
                        PlanSamples.ALL)
                .forEach(all::putAll);
        return all;
    }
}
