package org.aeoreach.job;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.aeoreach.platform.InFlight;
import org.jspecify.annotations.Nullable;

/** What a running job knows and tells. Its progress and result are stored once a second. */
public final class JobContext {

    private final JobQueue.Claimed job;
    private volatile long done;
    private volatile @Nullable Long total;
    private volatile @Nullable JsonObject result;
    private volatile @Nullable Stop asked;

    JobContext(JobQueue.Claimed job) {
        this.job = job;
        this.result = job.earlier();
    }

    /** Why a job has to end before it is done. */
    enum Stop {
        CANCELLED,
        SERVER_STOPS,
        TAKEN_OVER,
        ROLE_GONE
    }

    /** Ends a job that was asked to; kinds let it pass. */
    static final class Stopped extends RuntimeException {

        final Stop reason;

        Stopped(Stop reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    public long id() {
        return job.id();
    }

    public JsonObject parameters() {
        return job.parameters();
    }

    /** What an attempt that was cut short had stored as result: to count on from there. */
    public Optional<JsonObject> earlier() {
        return Optional.ofNullable(job.earlier());
    }

    /** Replaces the result told so far. */
    public void result(JsonObject now) {
        result = now;
    }

    /**
     * Tells how far the work is, and ends it here when it has to end. To be called at least once a second or so, between
     * transactions.
     *
     * @param done at most total, in whatever unit the work counts
     */
    public void progress(long done, long total) {
        this.done = done;
        this.total = total;
        checkpoint();
    }

    /** Tells that all of the work is done. It can no longer be ended: what was done stays. */
    public void done(long all) {
        done = all;
        total = all;
    }

    /** Ends the job here when somebody cancelled it, this server stops, or it is no longer ours. */
    public void checkpoint() {
        Stop reason = asked();
        if (reason != null) {
            throw new Stopped(reason);
        }
    }

    /** Whether the next checkpoint will end the job. */
    public boolean cancelled() {
        return asked() != null;
    }

    void ask(Stop reason) {
        asked = reason;
    }

    private @Nullable Stop asked() {
        Stop reason = asked;
        return reason == null && InFlight.draining() ? Stop.SERVER_STOPS : reason;
    }

    JobQueue.Claimed job() {
        return job;
    }

    long done() {
        return done;
    }

    @Nullable
    Long total() {
        return total;
    }

    @Nullable
    JsonObject result() {
        return result;
    }
}
