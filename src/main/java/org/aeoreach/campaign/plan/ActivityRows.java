package org.aeoreach.campaign.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aeoreach.campaign.activity.Activity;
import org.aeoreach.campaign.activity.ActivityView;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Forms;

/** The dated activities of a plan as rows of its form: those there are, and some to be filled in. */
public final class ActivityRows {

    private static final int SPARE = 3;
    private static final List<String> FIELDS =
            List.of("id", "kind", "titleZh", "titleEn", "startsOn", "endsOn", "unit", "place");
    private static final Map<String, String> FAULTS = Map.of(
            "kind", "campaign.invalid.activity-kind",
            "titleZh", "campaign.invalid.activity-title",
            "startsOn", "campaign.invalid.activity-day",
            "endsOn", "campaign.invalid.activity-day");

    private ActivityRows() {}

    /** The name of a field of a row, counted from 0. */
    public static String field(int row, String part) {
        return "activity-" + row + "-" + part;
    }

    static Form filled(Form form, List<ActivityView> activities) {
        Form filled = form;
        for (int row = 0; row < activities.size(); row++) {
            ActivityView one = activities.get(row);
            filled = filled.with(field(row, "id"), one.id())
                    .with(field(row, "kind"), one.kind())
                    .with(field(row, "titleZh"), one.titleZh())
                    .with(field(row, "titleEn"), one.titleEn())
                    .with(field(row, "startsOn"), one.startsOn())
                    .with(field(row, "endsOn"), one.longer() ? one.endsOn() : null)
                    .with(field(row, "unit"), one.unit())
                    .with(field(row, "place"), one.place());
            filled = one.dropped() ? filled.with(field(row, "drop"), "true") : filled;
        }
        return filled;
    }

    /** The rows to be shown, counted from 0: those of the form, and spare ones. */
    public static List<Integer> shown(Form form) {
        int last = rows(form).filter(row -> !blank(form, row)).max().orElse(-1);
        return IntStream.rangeClosed(0, last + SPARE).boxed().toList();
    }

    private static IntStream rows(Form form) {
        return form.names().stream()
                .filter(name -> name.matches("activity-[0-9]{1,3}-titleZh"))
                .mapToInt(name -> Integer.parseInt(name.split("-", -1)[1]))
                .sorted();
    }

    /** Whether nothing was typed into a row; a kind alone, which is there to begin with, is nothing. */
    private static boolean blank(Form form, int row) {
        return Stream.of("id", "titleZh", "titleEn", "startsOn", "endsOn", "unit", "place")
                .allMatch(part -> form.value(field(row, part)).isBlank());
    }

    /** Whether a row is left out: nothing was typed into it, or it is to be dropped. */
    static boolean left(Form form, int row) {
        return blank(form, row) || form.value(field(row, "drop")).equals("true");
    }

    /** What was typed; rows left empty and those to be dropped are left out. @throws Problem 400 with every fault */
    static List<Activity> read(Form form, Forms forms) {
        List<Activity> activities = new ArrayList<>();
        List<Problem.FieldError> faults = new ArrayList<>();
        for (int row : rows(form).toArray()) {
            if (!left(form, row)) {
                read(form, forms, row, activities, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(400, "web.problem.validation", faults);
        }
        return activities;
    }

    private static void read(
            Form form, Forms forms, int row, List<Activity> activities, List<Problem.FieldError> faults) {
        Form one = Form.of(Activity.class);
        for (String part : FIELDS) {
            one = one.with(part, form.value(field(row, part)));
        }
        try {
            Activity activity = forms.read(one, Activity.class);
            activities.add(activity);
            if (activity.lastDay().isBefore(activity.startsOn())) {
                faults.add(fault(row, "endsOn", "campaign.invalid.activity-ends-before"));
            }
        } catch (Problem problem) {
            problem.errors()
                    .forEach(error -> faults.add(fault(
                            row,
                            error.field(),
                            error.key().contains(".most-")
                                    ? "campaign.invalid.activity-long"
                                    : Objects.requireNonNullElse(
                                            FAULTS.get(error.field()), "campaign.invalid.activity-long"))));
        }
    }

    private static Problem.FieldError fault(int row, String part, String key) {
        return new Problem.FieldError(field(row, part), key, row + 1);
    }
}
