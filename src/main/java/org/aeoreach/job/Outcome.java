package org.aeoreach.job;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import org.aeoreach.platform.Bilingual;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at a job ended.
 *
 * @param error message key of what went wrong, or null
 * @param pause seconds before the next attempt, when the status is {@link JobStatus#WAITING}
 * @param counts whether this attempt is one of the few a job has
 */
record Outcome(JobStatus status, @Nullable String error, JsonArray arguments, int pause, boolean counts) {

    static Outcome of(JobStatus status) {
        return new Outcome(status, null, JsonArray.EMPTY_JSON_ARRAY, 0, true);
    }

    static Outcome failed(String error) {
        return new Outcome(JobStatus.FAILED, error, JsonArray.EMPTY_JSON_ARRAY, 0, true);
    }

    static Outcome failed(Problem problem) {
        JsonArrayBuilder arguments = JsonText.JSON.createArrayBuilder();
        for (Object argument : problem.arguments()) {
            if (argument instanceof Bilingual name && name.en() != null) {
                arguments.add(
                        JsonText.JSON.createObjectBuilder().add("zh", name.zh()).add("en", name.en()));
            } else {
                arguments.add(argument instanceof Bilingual name ? name.zh() : String.valueOf(argument));
            }
        }
        return new Outcome(JobStatus.FAILED, problem.key() + ".detail", arguments.build(), 0, true);
    }

    /** Another node goes on; the job did nothing wrong. */
    static Outcome givenBack() {
        return new Outcome(JobStatus.WAITING, null, JsonArray.EMPTY_JSON_ARRAY, 0, false);
    }

    static Outcome again(int seconds) {
        return new Outcome(JobStatus.WAITING, null, JsonArray.EMPTY_JSON_ARRAY, seconds, true);
    }
}
