package org.aeoreach.web.form;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the components of a command tell of the fields of its form. */
record Rules(String feature, Map<String, Rule> fields) {

    private static final String ROOT = "org.aeoreach.";
    private static final List<Class<? extends Annotation>> REQUIRED =
            List.of(NotBlank.class, NotNull.class, NotEmpty.class, AssertTrue.class);

    /** @param longest characters allowed, or 0 */
    record Rule(boolean required, int longest, boolean secret) {

        static final Rule NONE = new Rule(false, 0, false);
    }

    static Rules of(Class<? extends Record> command) {
        Map<String, Rule> fields = new LinkedHashMap<>();
        for (RecordComponent component : command.getRecordComponents()) {
            fields.put(component.getName(), rule(component));
        }
        return new Rules(feature(command), fields);
    }

    private static Rule rule(RecordComponent component) {
        Size size = component.getAccessor().getAnnotation(Size.class);
        boolean text = component.getType() == String.class;
        return new Rule(
                required(component),
                text && size != null && size.max() < Integer.MAX_VALUE ? size.max() : 0,
                component.isAnnotationPresent(Secret.class));
    }

    static boolean required(RecordComponent component) {
        boolean number = component.getType().isPrimitive() && component.getType() != boolean.class;
        return number || REQUIRED.stream().anyMatch(component.getAccessor()::isAnnotationPresent);
    }

    /** The room of the command: where the labels of its fields are. */
    private static String feature(Class<?> command) {
        String name = command.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "web";
    }

    /** The same, but that this field has to be filled. */
    Rules requiring(String field) {
        Map<String, Rule> all = new LinkedHashMap<>(fields);
        Rule rule = of(field);
        all.put(field, new Rule(true, rule.longest(), rule.secret()));
        return new Rules(feature, all);
    }

    Rule of(String field) {
        return fields.getOrDefault(field, Rule.NONE);
    }

    String label(String field) {
        return feature + ".field." + field;
    }

    /** Place of a field in the command, for findings in the order of the form. */
    int place(String field) {
        @Nullable String[] names = fields.keySet().toArray(new String[0]);
        int found = Arrays.asList(names).indexOf(field.replaceAll("[\\[.].*", ""));
        return found < 0 ? names.length : found;
    }
}
