package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The kinds this program knows. A node leaves alone what only a newer program can run. */
@ApplicationScoped
class JobKinds {

    private final Map<String, JobKind> kinds;

    /** CDI's proxy needs it. */
    JobKinds() {
        kinds = Map.of();
    }

    @Inject
    JobKinds(@Any Instance<JobKind> found) {
        this((Iterable<JobKind>) found);
    }

    JobKinds(Iterable<JobKind> found) {
        kinds = StreamSupport.stream(found.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
    }

    Map<String, JobKind> all() {
        return kinds;
    }

    @Nullable
    JobKind find(String name) {
        return kinds.get(name);
    }
}
