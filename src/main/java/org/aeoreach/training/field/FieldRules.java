package org.aeoreach.training.field;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.aeoreach.platform.JsonText;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** What of a question has to fit together. */
final class FieldRules {

    private static final int MOST_CHOICES = 20;

    private FieldRules() {}

    /** The question another one hangs on, and the answer that has it asked. */
    record Shown(@Nullable Long field, @Nullable String value) {

        static final Shown ALWAYS = new Shown(null, null);
    }

    /** The choices as they are kept. @throws Problem 400 at the fields */
    static String choices(NewField wanted) {
        List<String> zh = wanted.zh();
        List<String> en = wanted.en();
        check(wanted, zh, en);
        JsonArrayBuilder all = JsonText.JSON.createArrayBuilder();
        for (int i = 0; i < zh.size(); i++) {
            JsonObjectBuilder one = JsonText.JSON.createObjectBuilder().add("zh", zh.get(i));
            all.add(en.isEmpty() ? one : one.add("en", en.get(i)));
        }
        return all.build().toString();
    }

    private static void check(NewField wanted, List<String> zh, List<String> en) {
        List<Problem.FieldError> wrong = new ArrayList<>();
        boolean choice = wanted.answerKind() == FieldKind.CHOICE;
        if (choice && (zh.size() < 2 || zh.size() > MOST_CHOICES)) {
            wrong.add(new Problem.FieldError("choiceZh", "field.invalid.choices", MOST_CHOICES));
        } else if (!choice && !zh.isEmpty()) {
            wrong.add(new Problem.FieldError("choiceZh", "field.invalid.no-choices"));
        } else if (zh.stream().distinct().count() < zh.size()) {
            wrong.add(new Problem.FieldError("choiceZh", "field.invalid.choices-alike"));
        }
        if (!en.isEmpty() && en.size() != zh.size()) {
            wrong.add(new Problem.FieldError("choiceEn", "field.invalid.choices-en", zh.size(), en.size()));
        }
        if (!wrong.isEmpty()) {
            throw new Problem(400, "web.problem.validation", wrong);
        }
    }

    /**
     * On what it hangs.
     *
     * @param place of the question itself
     * @param others the other questions of the session
     * @throws Problem 400 at {@code shownWhen} when there is no such answer, or its question comes later
     */
    static Shown shown(NewField wanted, int place, List<AskedField> others) {
        String when = wanted.shownWhen();
        if (when == null) {
            return Shown.ALWAYS;
        }
        AskedField other = others.stream()
                .filter(each -> when.startsWith(each.id() + "="))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("shownWhen", "web.invalid.choice"));
        String value = when.substring(when.indexOf('=') + 1);
        if (!answers(other).contains(value)) {
            throw Problem.invalid("shownWhen", "web.invalid.choice");
        }
        if (other.position() >= place) {
            throw Problem.invalid("shownWhen", "field.invalid.later", other.label());
        }
        return new Shown(other.id(), value);
    }

    /** What can be answered, where that decides about other questions. */
    static List<String> answers(AskedField field) {
        return switch (field.kind()) {
            case YES_NO -> List.of(AskedField.YES, AskedField.NO);
            case CHOICE ->
                IntStream.range(0, field.choices().size())
                        .mapToObj(Integer::toString)
                        .toList();
            case TEXT, NUMBER -> List.of();
        };
    }
}
