package org.aeoreach.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Problem;
import org.aeoreach.platform.RequestContext;
import org.aeoreach.platform.Time;
import org.aeoreach.scope.CurrentViewer;
import org.aeoreach.scope.Viewer;
import org.aeoreach.web.ProblemAnswer;

/** Does one job on this thread, as the person who started it, and says how it ended. */
@ApplicationScoped
class JobWork {

    private JobQueue queue;
    private JobKinds kinds;
    private CurrentViewer current;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    JobWork() {}

    @Inject
    JobWork(JobQueue queue, JobKinds kinds, CurrentViewer current, Clock clock) {
        this.queue = queue;
        this.kinds = kinds;
        this.current = current;
        this.clock = clock;
    }

    Outcome run(JobContext context) {
        JobQueue.Claimed job = context.job();
        RequestContext.begin(new RequestContext(
                "job-%08d".formatted(job.id()),
                Objects.requireNonNullElse(job.address(), ""),
                Language.ZH,
                "",
                null,
                false,
                "/"));
        try {
            return bindAndRun(context);
        } catch (JobContext.Stopped stopped) {
            return outcome(stopped.reason);
        } catch (Exception fault) {
            return outcome(ProblemAnswer.explain(fault), job.attempt());
        } finally {
            current.unbind();
            RequestContext.end();
        }
    }

    private Outcome bindAndRun(JobContext context) throws Exception {
        JobQueue.Claimed job = context.job();
        if (job.personal()) {
            Optional<Viewer> viewer = queue.viewer(job.id(), Time.today(clock));
            if (viewer.isEmpty()) {
                return outcome(JobContext.Stop.ROLE_GONE);
            }
            current.bind(viewer.get());
        }
        Objects.requireNonNull(kinds.find(job.kind()), job.kind()).run(context);
        return Outcome.of(JobStatus.DONE);
    }

    private static Outcome outcome(JobContext.Stop reason) {
        return switch (reason) {
            case CANCELLED -> Outcome.of(JobStatus.CANCELLED);
            case ROLE_GONE -> Outcome.failed("job.error.role-gone");
            case SERVER_STOPS, TAKEN_OVER -> Outcome.givenBack();
        };
    }

    /** A fault that passes, such as the database restarting, is waited out. */
    private static Outcome outcome(Problem problem, int attempt) {
        return problem.retryAfter() > 0 && attempt < JobQueue.ATTEMPTS
                ? Outcome.again(problem.retryAfter())
                : Outcome.failed(problem);
    }
}
