package org.aeoreach.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** The viewer bound to this thread, for one request or one job. */
@ApplicationScoped
public class CurrentViewer {

    private static final ThreadLocal<@Nullable Viewer> BOUND = new ThreadLocal<>();

    public Optional<Viewer> get() {
        return Optional.ofNullable(BOUND.get());
    }

    /** @throws Problem 401 when nobody is signed in */
    public Viewer require() {
        return get().orElseThrow(() -> new Problem(401, "web.problem.not-signed-in"));
    }

    public void bind(Viewer viewer) {
        BOUND.set(viewer);
    }

    public void unbind() {
        BOUND.remove();
    }
}
