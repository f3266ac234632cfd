package org.aeoreach.job;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A kind of background work; every bean of this type is found. It must be repeatable: after a node was killed another
 * one runs the job again from the beginning.
 */
public interface JobKind {

    /** Short name in lower case with dashes, kept in the database. */
    String name();

    /** Message key of what people call it. */
    String titleKey();

    /**
     * Does the work. Started by a person, it runs under his scope and calls services as a request would; scheduled, it
     * has no viewer and sees nothing but through the system's own database access.
     *
     * @throws Exception a {@link org.aeoreach.platform.Problem} is told as it is worded, one that waiting may cure is
     *     tried again; anything else is an incident
     */
    void run(JobContext context) throws Exception;

    /** When the clock starts it, or null when only people do. */
    default @Nullable Schedule schedule() {
        return null;
    }

    /**
     * Message key of the question that is asked before it is cancelled, with what people call it as the argument. One
     * that does its work as a whole says so: nothing of it stays.
     */
    default String cancelKey() {
        return "job.cancel.question";
    }

    /** The result as people read it. */
    default Report report(JsonObject result) {
        return Report.NONE;
    }
}
