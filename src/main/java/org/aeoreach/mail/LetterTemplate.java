package org.aeoreach.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * The words of a letter in one language, from {@code mail/<name>_<language>.txt}: a head that declares the placeholders
 * ({@code Parameters}, {@code Texts} of several lines, each on a line of its own, {@code Links},
 * {@code Optional} links whose line is left out where they are empty), says by {@code Topic}
 * that its reader may decline such mail by {@code Replies} that answers to it are read and by {@code From}
 * that it comes from its unit and not from the system, and gives the {@code Subject},
 * an empty line, the body. A placeholder is replaced
 * once by its value; nothing in file or value is ever evaluated.
 */
final class LetterTemplate {

    /** In every letter. */
    static final String RECIPIENT = "recipient";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z][A-Za-z0-9]*)}}");
    private static final Map<String, LetterTemplate> READ = new ConcurrentHashMap<>();

    private final @Nullable MailTopic topic;
    private final Set<String> words;
    private final Set<String> texts;
    private final Set<String> links;
    private final Set<String> optional;
    private final boolean answerable;
    private final boolean ofUnit;
    private final List<Piece> subject;
    private final List<List<Piece>> lines;

    /** Words as they stand, or the name of what stands there. */
    private record Piece(String text, boolean placeholder) {}

    private LetterTemplate(String file) {
        String[] parts = file.split("\n\n", 2);
        Map<String, String> head = head(parts[0]);
        topic = head.containsKey("Topic") ? MailTopic.valueOf(head.get("Topic")) : null;
        links = names(head.getOrDefault("Links", ""));
        optional = names(head.getOrDefault("Optional", ""));
        links.addAll(optional);
        words = names(head.getOrDefault("Parameters", ""));
        texts = names(head.getOrDefault("Texts", ""));
        words.add(RECIPIENT);
        answerable = head.containsKey("Replies");
        ofUnit = head.containsKey("From");
        subject = pieces(head.getOrDefault("Subject", ""));
        lines = parts[1].strip().lines().map(this::pieces).toList();
    }

    /** @throws IllegalStateException when there is no such template or it uses what it does not declare */
    static LetterTemplate named(String name, Language language) {
        return READ.computeIfAbsent(name + "_" + language.code(), LetterTemplate::read);
    }

    private static LetterTemplate read(String file) {
        try (InputStream in = LetterTemplate.class.getResourceAsStream("/mail/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("There is no letter " + file);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the letter " + file, e);
        }
    }

    static LetterTemplate of(String file) {
        return new LetterTemplate(file);
    }

    private static Map<String, String> head(String text) {
        Map<String, String> head = new ConcurrentHashMap<>();
        text.lines().forEach(line -> {
            String[] field = line.split(":", 2);
            head.put(field[0].strip(), field[1].strip());
        });
        return head;
    }

    private static Set<String> names(String list) {
        Set<String> names = new HashSet<>(List.of(list.split("[,\\s]+")));
        names.remove("");
        return names;
    }

    private List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(line);
        int end = 0;
        while (found.find()) {
            words(line.substring(end, found.start()), pieces);
            String name = found.group(1);
            if (!words.contains(name) && !links.contains(name) && !texts.contains(name)) {
                throw new IllegalStateException("The letter does not declare {{" + name + "}}");
            }
            pieces.add(new Piece(name, true));
            end = found.end();
        }
        words(line.substring(end), pieces);
        return List.copyOf(pieces);
    }

    private static void words(String text, List<Piece> into) {
        if (text.contains("{{")) {
            throw new IllegalStateException("Not a placeholder: " + text);
        }
        if (!text.isEmpty()) {
            into.add(new Piece(text, false));
        }
    }

    /** Names of all placeholders it may use, {@link #RECIPIENT} among them. */
    Set<String> declared() {
        Set<String> all = new HashSet<>(words);
        all.addAll(texts);
        all.addAll(links);
        return all;
    }

    /** Whether replies are read, and it does not say the contrary. */
    boolean answerable() {
        return answerable;
    }

    /** Whether it comes from the address of its unit, where that has one. */
    boolean ofUnit() {
        return ofUnit;
    }

    /** What its reader may decline; null for a service message. */
    @Nullable
    MailTopic topic() {
        return topic;
    }

    boolean isLink(String name) {
        return links.contains(name);
    }

    /** Whether it is a link that need not be there. */
    boolean mayLack(String name) {
        return optional.contains(name);
    }

    boolean isText(String name) {
        return texts.contains(name);
    }

    String subject(Map<String, String> values) {
        return String.join(
                "", fill(subject, values).stream().map(LetterText.Piece::text).toList());
    }

    List<List<LetterText.Piece>> lines(Map<String, String> values) {
        return lines.stream().flatMap(line -> lines(line, values)).toList();
    }

    private Stream<List<LetterText.Piece>> lines(List<Piece> line, Map<String, String> values) {
        Piece first = line.isEmpty() ? new Piece("", false) : line.get(0);
        if (first.placeholder()
                && mayLack(first.text())
                && values.getOrDefault(first.text(), "").isEmpty()) {
            return Stream.empty();
        }
        return first.placeholder() && isText(first.text())
                ? values.getOrDefault(first.text(), "").lines().map(each -> List.of(new LetterText.Piece(each, false)))
                : Stream.of(fill(line, values));
    }

    private List<LetterText.Piece> fill(List<Piece> pieces, Map<String, String> values) {
        return pieces.stream()
                .map(piece -> piece.placeholder()
                        ? new LetterText.Piece(values.getOrDefault(piece.text(), ""), isLink(piece.text()))
                        : new LetterText.Piece(piece.text(), false))
                .toList();
    }
}
