package org.aeoreach.training.field;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Whether answers fit the questions, each in its turn: what hangs on another is asked only after that one's answer. */
final class AnswerCheck {

    private static final int LONGEST = 1000;
    private static final int LONGEST_NUMBER = 20;

    private final Map<String, String> kept = new LinkedHashMap<>();
    private final List<Problem.FieldError> wrong = new ArrayList<>();

    private AnswerCheck() {}

    /**
     * What is to be kept: answers to questions that were asked, by the number of the question. Others are left out.
     *
     * @param fields in their order
     * @param typed by the number of the question
     * @throws Problem 400 with all that is missing or does not fit
     */
    static Map<String, String> of(List<AskedField> fields, Map<String, String> typed) {
        AnswerCheck check = new AnswerCheck();
        for (AskedField field : fields) {
            if (check.asked(field)) {
                check.take(field, typed.get(Long.toString(field.id())));
            }
        }
        if (!check.wrong.isEmpty()) {
            throw new Problem(400, "web.problem.validation", check.wrong);
        }
        return check.kept;
    }

    private boolean asked(AskedField field) {
        return field.shownIf() == null
                || (field.shownValue() != null && field.shownValue().equals(kept.get(Long.toString(field.shownIf()))));
    }

    private void take(AskedField field, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            if (field.required()) {
                refuse(field, "field.invalid.needed");
            }
            return;
        }
        switch (field.kind()) {
            case TEXT -> keep(field, text, text.length() <= LONGEST, "field.invalid.long");
            case NUMBER -> number(field, text);
            case YES_NO ->
                keep(field, text, text.equals(AskedField.YES) || text.equals(AskedField.NO), "field.invalid.choice");
            case CHOICE ->
                keep(
                        field,
                        text,
                        text.matches("[0-9]{1,2}")
                                && Integer.parseInt(text) < field.choices().size(),
                        "field.invalid.choice");
        }
    }

    private void number(AskedField field, String text) {
        if (text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]{1,15}([.][0-9]{1,4})?")) {
            kept.put(Long.toString(field.id()), new BigDecimal(text).toPlainString());
        } else {
            refuse(field, "field.invalid.number");
        }
    }

    private void keep(AskedField field, String text, boolean fits, String otherwise) {
        if (fits) {
            kept.put(Long.toString(field.id()), text);
        } else {
            refuse(field, otherwise);
        }
    }

    private void refuse(AskedField field, String key) {
        wrong.add(new Problem.FieldError(field.name(), key, field.label()));
    }
}
