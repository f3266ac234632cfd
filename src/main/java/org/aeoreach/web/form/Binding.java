package org.aeoreach.web.form;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aeoreach.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a command of what was typed. Text is stripped and an empty one is nothing, except for secrets; what cannot be
 * read is remembered with its reason, so that all faults are told at once. A map takes the texts of all fields named like
 * it with a dot and a name of their own.
 */
final class Binding {

    private final Form form;
    private final List<Problem.FieldError> unreadable = new ArrayList<>();

    Binding(Form form) {
        this.form = form;
    }

    /** Fields that could not be read; they are null or zero in the command. */
    List<Problem.FieldError> unreadable() {
        return unreadable;
    }

    <C extends Record> C command(Class<C> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components).map(this::argument).toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<C> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no command", e);
        }
    }

    private @Nullable Object argument(RecordComponent component) {
        if (Collection.class.isAssignableFrom(component.getType())) {
            return many(component);
        }
        if (component.getType() == Map.class) {
            return named(component.getName() + ".");
        }
        Object value = value(component, component.getType());
        return value == null && component.getType().isPrimitive() ? nothing(component) : value;
    }

    /** Texts of the fields whose names begin so, by the rest of their names; empty ones are left out. */
    private Map<String, String> named(String prefix) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : form.names()) {
            String text = form.value(name).replace("\r\n", "\n").strip();
            if (name.startsWith(prefix) && !text.isEmpty()) {
                all.put(name.substring(prefix.length()), text);
            }
        }
        return all;
    }

    private Collection<Object> many(RecordComponent component) {
        Class<?> element = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        Collection<Object> all = component.getType() == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        form.values(component.getName()).stream()
                .map(text -> parsed(component, element, text.strip()))
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    private Object nothing(RecordComponent component) {
        boolean told = unreadable.stream().anyMatch(error -> error.field().equals(component.getName()));
        if (!told) {
            unreadable.add(new Problem.FieldError(component.getName(), "web.invalid.NotNull"));
        }
        return component.getType() == long.class ? (Object) 0L : (Object) 0;
    }

    private @Nullable Object value(RecordComponent component, Class<?> type) {
        String typed = form.value(component.getName());
        if (component.isAnnotationPresent(Secret.class)) {
            return typed;
        }
        String text = typed.replace("\r\n", "\n").strip();
        if (text.isEmpty() && type == String.class) {
            boolean nothing =
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class) || Rules.required(component);
            return nothing ? null : "";
        }
        return parsed(component, type, text);
    }

    private @Nullable Object parsed(RecordComponent component, Class<?> type, String text) {
        try {
            return Values.parse(type, text);
        } catch (Values.Unreadable reason) {
            unreadable.add(new Problem.FieldError(component.getName(), reason.key()));
            return null;
        }
    }
}
