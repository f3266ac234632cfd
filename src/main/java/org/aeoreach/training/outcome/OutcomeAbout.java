package org.aeoreach.training.outcome;

import java.util.Arrays;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Whose sessions are meant: one by itself, or those of a course, at a base or of a trainer. */
public record OutcomeAbout(Kind kind, long id) {

    private static final String ROOT = "/desk/trainings/outcome";

    /** What sessions have in common. */
    public enum Kind {
        SESSION("/desk/trainings/"),
        COURSE("/desk/trainings/courses/"),
        BASE("/desk/trainings/bases/"),
        TRAINER("/desk/trainings/trainers/");

        private final String root;

        Kind(String root) {
            this.root = root;
        }
    }

    /** From {@link #text()}. @throws Problem 404 for what is none */
    static OutcomeAbout of(@Nullable String text) {
        String[] parts = (text == null ? "" : text).split("-", -1);
        if (parts.length != 2 || !parts[1].matches("[0-9]{1,18}")) {
            throw Problem.notFound();
        }
        return new OutcomeAbout(
                Arrays.stream(Kind.values())
                        .filter(each -> each.name().equals(parts[0]))
                        .findFirst()
                        .orElseThrow(Problem::notFound),
                Long.parseLong(parts[1]));
    }

    /** As addresses of lists name it, such as {@code COURSE-12}. */
    public String text() {
        return kind + "-" + id;
    }

    /** The page of what it is. */
    public String home() {
        return kind.root + id;
    }

    /** The page with its figures. */
    public String figures() {
        return kind == Kind.SESSION ? home() + "/" + OutcomeTab.NAME : ROOT + "/" + text();
    }

    /** The list of one of the two groups, or of those of it that took a step. */
    public String list(boolean present, TrainingOutcome.@Nullable Step step) {
        return OutcomeList.PATH + "?about=" + text() + "&group=" + OutcomeList.group(present)
                + (step == null ? "" : "&step=" + step);
    }
}
