package org.aeoreach.web.form;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Problem;
import org.aeoreach.web.ProblemAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one command: as a page shows them, as a browser sent them back, with what is wrong with them.
 * Immutable. A resource method takes one as its entity; see the package for the whole way.
 */
public final class Form {
    private static final String BROUGHT = "brought:";

    private static final String VERSION = "version";
    private static final String WAS = "was.";

    private final Rules rules;
    private final String id;
    private final Map<String, List<String>> values;
    private final Map<String, List<Option>> options;
    private final Fault fault;

    /** What is wrong: the fields at fault, and what no field is to blame for. */
    record Fault(
            List<ProblemAnswer.Field> fields,
            @Nullable String title,
            @Nullable String detail) {

        static final Fault NONE = new Fault(List.of(), null, null);
    }

    private Form(
            Rules rules, String id, Map<String, List<String>> values, Map<String, List<Option>> options, Fault fault) {
        this.rules = rules;
        this.id = id;
        this.values = values;
        this.options = options;
        this.fault = fault;
    }

    /** An empty form for this command. */
    public static Form of(Class<? extends Record> command) {
        return new Form(Rules.of(command), "", Map.of(), Map.of(), Fault.NONE);
    }

    /** A form without fields, of a command that needs nothing but being sent. */
    public static Form empty() {
        return received(Map.of());
    }

    /** What a browser sent. Choices made on a conflict page are settled into values. */
    static Form received(Map<String, List<String>> sent) {
        return new Form(new Rules("web", Map.of()), "", Choices.settled(sent), Map.of(), Fault.NONE);
    }

    /** The text parts of a form that brings files; the files stay in the parts. */
    public static Form ofParts(List<EntityPart> parts) throws IOException {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (EntityPart part : parts) {
            if (part.getFileName().isEmpty()) {
                String text = new String(part.getContent().readAllBytes(), StandardCharsets.UTF_8);
                sent.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(text);
            } else if (!part.getFileName().get().isBlank()) {
                sent.computeIfAbsent(BROUGHT + part.getName(), name -> new ArrayList<>())
                        .add("true");
            }
        }
        return received(sent);
    }

    /** Whether files came for this field that are not kept, since something else is wrong: they have to be chosen again. */
    public boolean lost(String field) {
        return faulty() && error(field) == null && has(BROUGHT + field);
    }

    /** The same form for this command, its options and its id kept. */
    Form about(Class<? extends Record> command) {
        return new Form(Rules.of(command), id, values, options, fault);
    }

    /** Fills a field; an empty text for null, every element of a collection. */
    public Form with(String field, @Nullable Object value) {
        Stream<?> all =
                value instanceof Collection<?> many ? many.stream() : Stream.of(value == null ? "" : (Object) value);
        return withValues(field, all.map(Form::text).toList());
    }

    private Form withValues(String field, List<String> texts) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(field, texts);
        return new Form(rules, id, more, options, fault);
    }

    private static String text(@Nullable Object value) {
        return value instanceof Enum<?> constant ? constant.name() : Objects.toString(value, "");
    }

    /** Marks a field as required that the command leaves open, since this page needs it; who submits it checks it. */
    public Form requiring(String field) {
        return new Form(rules.requiring(field), id, values, options, fault);
    }

    /** What there is to choose from in a field. */
    public Form options(String field, List<Option> choices) {
        Map<String, List<Option>> more = new LinkedHashMap<>(options);
        more.put(field, List.copyOf(choices));
        return new Form(rules, id, values, more, fault);
    }

    /** The version of the record that the form changes. The values of this moment travel with it as the original. */
    public Form version(long version) {
        Form known = with(VERSION, version);
        for (String field : rules.fields().keySet()) {
            if (values.containsKey(field) && !secret(field)) {
                known = known.withValues(WAS + field, values(field).isEmpty() ? List.of("") : values(field));
            }
        }
        return known;
    }

    /** Sets the form apart from others on the same page: the ids of its fields begin with this. */
    public Form named(String name) {
        return new Form(rules, name + "-", values, options, fault);
    }

    /** The same form as it is before anybody types; the version it changes stays. */
    public Form anew() {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(Set.of(VERSION));
        return new Form(rules, id, kept, options, Fault.NONE);
    }

    Form failed(Fault found) {
        return new Form(rules, id, values, options, found);
    }

    /** The version this form changes. @throws Problem 400 when it names none */
    public long version() {
        String text = value(VERSION);
        if (!text.matches("[0-9]{1,18}")) {
            throw new Problem(400, "web.problem.malformed-request");
        }
        return Long.parseLong(text);
    }

    /** What stands in a field, or an empty text. */
    public String value(String field) {
        List<String> all = values(field);
        return all.isEmpty() ? "" : all.get(0);
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** What the server would read in a field: ends of lines and white space around a text make no difference. */
    public List<String> texts(String field) {
        return texts(values(field));
    }

    static List<String> texts(List<String> values) {
        return values.stream()
                .map(text -> text.replace("\r\n", "\n").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Names of all fields that were sent. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Whether this option of the field is chosen. */
    public boolean chosen(String field, String option) {
        return values(field).contains(option);
    }

    public List<Option> options(String field) {
        return options.getOrDefault(field, List.of());
    }

    /** The options of a field under their headings. */
    public List<OptionGroup> groups(String field) {
        return OptionGroup.of(options(field));
    }

    /** The words for what stands in a field: the label of an option, else the value itself. */
    String words(String field, List<String> chosen) {
        Map<String, String> labels = options(field).stream()
                .collect(Collectors.toMap(Option::value, Option::label, (first, second) -> first));
        return chosen.stream()
                .map(value -> Optional.ofNullable(labels.get(value)).orElse(value))
                .collect(Collectors.joining("; "));
    }

    List<String> original(String field) {
        return values(WAS + field);
    }

    boolean hasOriginal(String field) {
        return values.containsKey(WAS + field);
    }

    Rules rules() {
        return rules;
    }

    /** Fields that travel unseen: the version, and the original of every field that can be in conflict. */
    public Map<String, List<String>> travelling() {
        return values.entrySet().stream()
                .filter(field ->
                        field.getKey().equals(VERSION) || field.getKey().startsWith(WAS))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** The id of a field's element. */
    public String id(String field) {
        return id + field;
    }

    /** The message key of a field's label. */
    public String label(String field) {
        return rules.label(field);
    }

    public boolean required(String field) {
        return rules.of(field).required();
    }

    /** Characters a field takes; 0 where there is no limit. */
    public int longest(String field) {
        return rules.of(field).longest();
    }

    boolean secret(String field) {
        return rules.of(field).secret();
    }

    /** What is wrong with a field, or null. */
    public @Nullable String error(String field) {
        return fault.fields().stream()
                .filter(error -> error.field().equals(field))
                .map(ProblemAnswer.Field::message)
                .findFirst()
                .orElse(null);
    }

    /** Everything that is wrong with fields, in their order. */
    public List<ProblemAnswer.Field> errors() {
        return fault.fields();
    }

    /** What is wrong that no field is to blame for, or null. */
    public @Nullable String title() {
        return fault.title();
    }

    public @Nullable String detail() {
        return fault.detail();
    }

    public boolean faulty() {
        return fault.title() != null || !fault.fields().isEmpty();
    }

    /** The ids of what describes a field, for {@code aria-describedby}; null when nothing does. */
    public @Nullable String describedBy(String field, boolean hint, boolean counter) {
        String ids = Stream.of(
                        hint ? id(field) + "-hint" : "",
                        error(field) != null ? id(field) + "-error" : "",
                        counter ? id(field) + "-count" : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
